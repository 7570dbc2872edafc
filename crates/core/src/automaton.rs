//! The n-grams of one language as a finite automaton: a state for each context that n-grams go on
//! from, an arc for each letter after it, and a way back to the next shorter context.
//!
//! The usual form of a back-off model (Allauzen, Mohri and Roark 2003). A state's arcs lie side by
//! side, and a bit for each letter says which there are, so that a step needs no search.

use rustc_hash::FxHashMap;

use crate::ngram::{ANY_END, END, START, STEPS, UNWRITTEN, Walk};

/// What is known of the letters before the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State(u32);

impl State {
    /// Letters that no n-gram goes on from.
    pub const NOTHING: State = State(0);
    /// At the start of a word.
    pub const START: State = State(1);
    /// After what is no letter, inside a word.
    pub const BROKEN: State = State(2);
}

/// A letter's place in a language's alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place(u16);

impl Place {
    /// Of a letter that the language does not have.
    pub const NONE: Place = Place(u16::MAX);
}

/// Letters in the order of how many n-grams they end: the first have bits, the others are rare.
const BITS: u16 = 64;
/// Letters below this are found at once.
const NEAR: usize = 0x600;

#[derive(Clone, Debug)]
struct Context {
    /// Which letters go on from here.
    arcs: u64,
    /// The first of the arcs.
    first: u32,
    /// The state of the next shorter context, and what it costs to fall back to it.
    shorter: State,
    back: u16,
}

/// A step that an n-gram is known for.
#[derive(Clone, Copy, Debug)]
struct Arc {
    /// The cost in the lowest byte, and the state after it.
    packed: u32,
}

impl Arc {
    fn new(cost: u8, to: State) -> Arc {
        Arc { packed: to.0 << 8 | u32::from(cost) }
    }

    fn cost(self) -> u16 {
        self.packed as u8 as u16
    }

    fn to(self) -> State {
        State(self.packed >> 8)
    }
}

/// The n-grams of one language.
#[derive(Debug)]
pub(crate) struct Automaton {
    near: Box<[Place]>,
    far: FxHashMap<u32, Place>,
    contexts: Vec<Context>,
    arcs: Vec<Arc>,
    rare: FxHashMap<(u32, u16), Arc>,
    /// The place of a word's end, if ends were counted.
    end: Option<Place>,
}

impl Automaton {
    /// Made from the language's part of the trie, shorter contexts first.
    pub fn new(walk: &Walk<'_>) -> Automaton {
        let mut made = Builder::new(walk).automaton;
        made.contexts.shrink_to_fit();
        made.arcs.shrink_to_fit();
        made
    }

    /// Where a folded letter stands in the alphabet.
    #[inline]
    pub fn place(&self, letter: u32) -> Place {
        match self.near.get(letter as usize) {
            Some(&place) => place,
            None => self.far.get(&letter).copied().unwrap_or(Place::NONE),
        }
    }

    #[inline]
    fn arc(&self, state: State, context: &Context, place: Place) -> Option<Arc> {
        if place.0 < BITS {
            let bit = 1u64 << place.0;
            let before = (context.arcs & (bit - 1)).count_ones();
            return (context.arcs & bit != 0)
                .then(|| self.arcs.get((context.first + before) as usize).copied())
                .flatten();
        }
        if place == Place::NONE { None } else { self.rare.get(&(state.0, place.0)).copied() }
    }

    /// -ln P(letter | the letters before), in nats, and the state after it.
    #[inline]
    pub fn step(&self, state: State, place: Place) -> (f32, State) {
        let (cost, to) = self.steps(state, place);
        (f32::from(cost) / STEPS, to)
    }

    #[inline]
    fn steps(&self, state: State, place: Place) -> (u16, State) {
        let (mut state, mut paid) = (state, 0);
        while let Some(context) = self.contexts.get(state.0 as usize) {
            if let Some(arc) = self.arc(state, context, place) {
                return (paid + arc.cost(), arc.to());
            }
            if state == State::NOTHING {
                break;
            }
            paid += context.back;
            state = context.shorter;
        }
        (paid + u16::from(UNWRITTEN), State::NOTHING)
    }

    /// What a folded word costs, its end included, in steps.
    pub fn word_cost(&self, word: &[u32]) -> u16 {
        let (mut state, mut sum) = (State::START, 0u16);
        for &letter in word {
            let (cost, next) = self.steps(state, self.place(letter));
            sum = sum.saturating_add(cost);
            state = next;
        }
        let end = self.end.map_or(ANY_END, |place| self.steps(state, place).0);
        sum.saturating_add(end)
    }

    /// -ln P(the word ends here), in nats.
    #[inline]
    pub fn end(&self, state: State) -> f32 {
        match self.end {
            Some(place) => self.step(state, place).0,
            None => f32::from(ANY_END) / STEPS,
        }
    }

    /// What the letter costs by itself, in nats.
    pub fn alone(&self, letter: u32) -> f32 {
        self.step(State::BROKEN, self.place(letter)).0
    }
}

struct Builder<'a> {
    walk: &'a Walk<'a>,
    automaton: Automaton,
    /// The place of each letter, by the letter's number.
    places: Vec<Place>,
}

impl<'a> Builder<'a> {
    fn new(walk: &'a Walk<'a>) -> Builder<'a> {
        let automaton = Automaton {
            near: vec![Place::NONE; NEAR].into(),
            far: FxHashMap::default(),
            contexts: Vec::new(),
            arcs: Vec::new(),
            rare: FxHashMap::default(),
            end: None,
        };
        let mut builder = Builder { walk, automaton, places: Vec::new() };
        builder.alphabet();
        builder.contexts();
        builder
    }

    /// The letters, the commonest first.
    fn alphabet(&mut self) {
        let mut letters: Vec<(u8, u32)> =
            self.walk.after(None).map(|gram| (gram.cost, gram.letter)).collect();
        letters.sort_unstable();
        for (at, (_, number)) in letters.into_iter().enumerate() {
            let place = Place(at as u16);
            let number = number as usize;
            self.places.resize(self.places.len().max(number + 1), Place::NONE);
            self.places[number] = place;
            let letter = self.walk.letter(number as u32);
            match self.automaton.near.get_mut(letter as usize) {
                Some(near) => *near = place,
                None => {
                    self.automaton.far.insert(letter, place);
                }
            }
        }
        let ends = self.automaton.place(START) != Place::NONE;
        self.automaton.end = ends.then(|| self.automaton.place(END));
    }

    /// All contexts, level by level, with their arcs.
    fn contexts(&mut self) {
        let start = self.walk.after(None).find(|gram| self.walk.letter(gram.letter) == START);
        // The three that are always there; what goes on from the start of a word is found below.
        self.context(0, State::NOTHING);
        self.context(0, State::NOTHING);
        self.context(0, State::NOTHING);
        let mut level: Vec<(State, Option<u32>)> = vec![(State::NOTHING, None)];
        let mut arcs: Vec<(Place, Arc)> = Vec::new();
        while !level.is_empty() {
            let mut next = Vec::with_capacity(4 * level.len());
            for (state, node) in level {
                for gram in self.walk.after(node) {
                    let Some(&place) = self.places.get(gram.letter as usize) else { continue };
                    let shorter = self.target(state, place);
                    let to = match self.walk.after(Some(gram.node)).next() {
                        None => shorter,
                        Some(_) => {
                            let is_start = start.as_ref().is_some_and(|one| one.node == gram.node);
                            let to = if is_start {
                                self.automaton.contexts[1].back = gram.back.into();
                                State::START
                            } else {
                                self.context(gram.back.into(), shorter)
                            };
                            next.push((to, Some(gram.node)));
                            to
                        }
                    };
                    arcs.push((place, Arc::new(gram.cost, to)));
                }
                self.put(state, &mut arcs);
            }
            level = next;
        }
    }

    fn context(&mut self, back: u16, shorter: State) -> State {
        let state = State(self.automaton.contexts.len() as u32);
        self.automaton.contexts.push(Context { arcs: 0, first: 0, shorter, back });
        state
    }

    /// The state after a letter from the next shorter contexts of `state`, the longest there is.
    fn target(&self, state: State, place: Place) -> State {
        let mut state = state;
        while state != State::NOTHING {
            state = self.automaton.contexts[state.0 as usize].shorter;
            let context = &self.automaton.contexts[state.0 as usize];
            if let Some(arc) = self.automaton.arc(state, context, place) {
                return arc.to();
            }
        }
        State::NOTHING
    }

    fn put(&mut self, state: State, arcs: &mut Vec<(Place, Arc)>) {
        arcs.sort_unstable_by_key(|(place, _)| place.0);
        let first = self.automaton.arcs.len() as u32;
        let mut bits = 0;
        for (place, arc) in arcs.drain(..) {
            if place.0 < BITS {
                bits |= 1 << place.0;
                self.automaton.arcs.push(arc);
            } else {
                self.automaton.rare.insert((state.0, place.0), arc);
            }
        }
        let context = &mut self.automaton.contexts[state.0 as usize];
        (context.arcs, context.first) = (bits, first);
    }
}

#[cfg(test)]
mod tests {
    use crate::automaton::State;
    use crate::model::tests::model;
    use crate::ngram::STEPS;

    /// The trie walked for all languages together, and each language's automaton: the same costs.
    #[test]
    fn agrees_with_the_trie() {
        let words = [
            "the",
            "straße",
            "zażółć",
            "nguyễn",
            "привет",
            "ўжо",
            "λόγος",
            "qxz",
            "ñandú",
            "مرحبا",
            "कखग",
            "",
        ];
        let model = model();
        for word in words {
            let letters: Vec<u32> = word.chars().map(u32::from).collect();
            let sums = model.ngrams.word_costs(&letters);
            for (language, &sum) in sums.iter().enumerate().take(model.languages.len()) {
                let ngrams = model.ngrams.automaton(language);
                let (mut state, mut cost) = (State::START, 0.0);
                for &letter in &letters {
                    let (more, next) = ngrams.step(state, ngrams.place(letter));
                    (state, cost) = (next, cost + more);
                }
                cost += ngrams.end(state);
                assert_eq!(cost, f32::from(sum) / STEPS, "{word} {language}");
            }
        }
    }

    #[test]
    fn likes_the_words_of_its_language() {
        let model = model();
        let cost = |code: &str, word: &str| {
            let language = model.languages.iter().position(|one| one.code == code).unwrap();
            let letters: Vec<u32> = word.chars().map(u32::from).collect();
            model.ngrams.word_costs(&letters)[language]
        };
        for (code, word, other) in
            [("en", "thought", "szczęście"), ("pl", "szczęście", "thought"), ("be", "ўжо", "λόγος")]
        {
            assert!(cost(code, word) < cost(code, other), "{code}");
        }
    }
}
