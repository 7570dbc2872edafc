//! One document, read as a whole: its tokens, its languages, its scheme, its verdict.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::decode::{Parse, decode, letters};
use crate::invisible::Invisible;
use crate::judge::{self, Setting, Suspect};
use crate::language::{Evidence, Mixture, Votes, fold, folded};
use crate::lattice::Letters;
use crate::model::Model;
use crate::properties::{Calm, Class, Script};
use crate::reader::Ablation;
use crate::scheme::Scheme;
use crate::slot::{Choice, Layout, Slot, is_raised};
use crate::token::{Token, tokens};
use crate::{Edit, Family, Reading, Reason, SchemeEntry, Share};

/// How often the document is read over with what it has shown.
const ROUNDS: usize = 2;
/// The same where there are glyphs that no table knows: their neighbours are read first.
const MOST_ROUNDS: usize = 5;
/// How many different words are asked for their language.
const WITNESSES: usize = 40;
/// How many languages of a script a token is read in.
const LANGUAGES: usize = 2;

/// A document being read.
pub(crate) struct Document<'a> {
    model: &'a Model,
    ablation: &'a Ablation,
    allowed: &'a [bool],
    text: &'a [u32],
    tokens: Vec<Token>,
    /// Marks or invisible characters have shown already that the text is disguised.
    forewarned: bool,
}

/// A different token that may be disguised, wherever it stands.
struct Case {
    /// Numbers of the tokens that are this one.
    places: Vec<usize>,
    bracketed: bool,
    spaced: bool,
    best: Option<Best>,
    /// How much likelier disguise is than honesty, in nats.
    gain: f32,
}

/// The best reading of a token.
struct Best {
    script: Script,
    slots: Vec<Slot>,
    parses: Vec<Parse>,
    /// Share of the first parse among all of them.
    share: f32,
    /// Every change in it is a letter that keyboards confuse.
    slip: bool,
}

impl Best {
    /// The slots that were read as something else, with what they were read as.
    fn changes(&self, parse: usize) -> impl Iterator<Item = (&Slot, &Choice)> {
        self.slots.iter().zip(&self.parses[parse].picks).filter_map(|(slot, &pick)| {
            let choice = &slot.choices[usize::from(pick)];
            let (family, _) = choice.disguise?;
            let same = choice.reading == Letters::one(slot.glyph);
            (family != Family::Invisible && !same).then_some((slot, choice))
        })
    }

    fn read(&self, token: &[u32]) -> Vec<u32> {
        self.slots
            .iter()
            .zip(&self.parses[0].picks)
            .flat_map(|(slot, &pick)| letters(token, slot, usize::from(pick)))
            .collect()
    }
}

/// What the document shows of itself so far.
struct State {
    mixture: Mixture,
    scheme: Scheme,
    /// Letters beyond ASCII that its languages write.
    native: BTreeSet<u32>,
    setting: Setting,
    /// -ln of each target script's share of the text's plain letters.
    scripts: [f32; 3],
    /// Log-odds that the text was disguised.
    odds: f32,
}

impl<'a> Document<'a> {
    pub fn new(
        model: &'a Model,
        ablation: &'a Ablation,
        allowed: &'a [bool],
        text: &'a [u32],
        piled: bool,
    ) -> Document<'a> {
        let unseen = || !Invisible::new(model, text).edits(false, |_| false).is_empty();
        Document {
            model,
            ablation,
            allowed,
            text,
            tokens: tokens(&model.properties, text),
            forewarned: piled || unseen(),
        }
    }

    /// Reads it.
    pub fn read(&self) -> Reading {
        let mut cases = self.cases(Token::is_suspicious);
        let ngrams = !self.ablation.no_ngrams;
        let calm: Vec<Votes> =
            self.calm_words().iter().map(|word| Votes::new(self.model, word, ngrams)).collect();
        let mut state = State {
            mixture: Mixture::even(self.model, self.allowed),
            scheme: Scheme::default(),
            native: BTreeSet::new(),
            setting: self.setting(&cases),
            scripts: self.script_costs(&cases),
            odds: f32::NEG_INFINITY,
        };
        let rounds = if cases.is_empty() { 0 } else { MOST_ROUNDS };
        for round in 0..rounds {
            state.mixture = self.mixture(&calm, &cases, round > 0);
            if round == 0 {
                let glyphs: BTreeSet<u32> =
                    cases.iter().flat_map(|case| self.slice(case)).copied().collect();
                let is_native = |&glyph: &u32| self.is_native(&state.mixture, glyph);
                state.native = glyphs.into_iter().filter(is_native).collect();
                cases.retain(|case| !self.is_native_word(&state, self.slice(case)));
            }
            for case in &mut cases {
                self.weigh(&state, case);
            }
            self.agree(&mut cases);
            state.odds = self.odds(&cases);
            state.scripts = self.script_costs(&cases);
            let scheme =
                if self.ablation.no_scheme { Scheme::default() } else { self.scheme(&cases) };
            let settled = scheme == state.scheme;
            state.scheme = scheme;
            let enough = round + 1 >= ROUNDS && !has_unknown(&cases);
            if settled || enough || state.odds < judge::HOPELESS {
                break;
            }
        }
        if rounds == 0 {
            state.mixture = self.mixture(&calm, &cases, false);
        }
        let disguised = self.ablation.no_judge || state.odds >= judge::CLEAR_TEXT;
        let mut edits = Vec::new();
        if disguised {
            self.lower_the_bar(&mut cases);
            cases.extend(self.whole_words(&state, &cases));
            self.edit(&state, &cases, &mut edits);
        }
        self.finish(edits, disguised, &state)
    }

    fn slice(&self, case: &Case) -> &'a [u32] {
        let token = &self.tokens[case.places[0]];
        &self.text[token.start..token.end]
    }

    /// The different tokens that `wanted` picks, each with the places where it stands.
    fn cases(&self, wanted: impl Fn(&Token) -> bool) -> Vec<Case> {
        let mut known: HashMap<&[u32], usize> = HashMap::new();
        let mut cases: Vec<Case> = Vec::new();
        let spaced = self.spaced();
        for (number, token) in self.tokens.iter().enumerate().filter(|(_, token)| wanted(token)) {
            let letters = &self.text[token.start..token.end];
            let bracketed = self.is_bracketed(token);
            let at = *known.entry(letters).or_insert_with(|| {
                let spaced = spaced.contains(&number);
                cases.push(Case { places: Vec::new(), bracketed, spaced, best: None, gain: 0.0 });
                cases.len() - 1
            });
            cases[at].places.push(number);
            cases[at].bracketed &= bracketed;
            cases[at].spaced |= spaced.contains(&number);
        }
        cases
    }

    /// The letters that stand one by one or in pairs, four or more in a row, a space or two apart,
    /// at least a third of them odd.
    fn spaced(&self) -> BTreeSet<usize> {
        let short = |token: &Token| token.end - token.start <= 2;
        let near = |pair: &[Token]| pair[1].start - pair[0].end <= 3;
        let mut found = BTreeSet::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let mut end = at + 1;
            while end < self.tokens.len()
                && short(&self.tokens[end])
                && short(&self.tokens[end - 1])
                && near(&self.tokens[end - 1..=end])
            {
                end += 1;
            }
            let odd = self.tokens[at..end].iter().filter(|token| token.odd > 0).count();
            if end - at >= 4 && odd * 3 >= end - at {
                found.extend(at..end);
            }
            at = end;
        }
        found
    }

    /// Whether a token stands between slashes or square brackets, as phonetics does.
    fn is_bracketed(&self, token: &Token) -> bool {
        const FAR: usize = 30;
        let is_mark = |point: &u32| {
            matches!(char::from_u32(*point), Some('/' | '[' | ']' | '⟨' | '⟩' | '\n'))
        };
        let from = token.start.saturating_sub(FAR);
        let to = (token.end + FAR).min(self.text.len());
        let before = self.text[from..token.start].iter().rposition(is_mark).map(|at| from + at);
        let after = self.text[token.end..to].iter().position(is_mark).map(|at| token.end + at);
        let (Some(before), Some(after)) = (before, after) else { return false };
        let pair = (char::from_u32(self.text[before]), char::from_u32(self.text[after]));
        let known = matches!(
            pair,
            (Some('/'), Some('/')) | (Some('['), Some(']')) | (Some('⟨'), Some('⟩'))
        );
        let letter = |at: Option<usize>| {
            at.and_then(|at| self.text.get(at))
                .is_some_and(|&point| self.model.properties.get(point).is_letter())
        };
        known && !letter(before.checked_sub(1)) && !letter(Some(after + 1))
    }

    fn calm_words(&self) -> Vec<Evidence> {
        let calm: Vec<&Token> = self.tokens.iter().filter(|token| !token.is_suspicious()).collect();
        let step = calm.len().div_ceil(WITNESSES).max(1);
        calm.into_iter()
            .step_by(step)
            .filter_map(|token| {
                let word = self.folded(&self.text[token.start..token.end]);
                let script = self.model.properties.get(*word.first()?).script();
                (word.len() > 1).then_some(Evidence {
                    word,
                    script,
                    weight: 1.0,
                    read: Vec::new(),
                    mixed: false,
                })
            })
            .collect()
    }

    /// The letters of a token in lower case; nothing if it has digits.
    fn folded(&self, letters: &[u32]) -> Vec<u32> {
        let class = |point: u32| self.model.properties.get(point).class();
        if letters.iter().any(|&point| matches!(class(point), Class::Digit | Class::Number)) {
            return Vec::new();
        }
        letters
            .iter()
            .filter(|&&point| class(point) != Class::Invisible)
            .flat_map(|&point| folded(point))
            .collect()
    }

    fn setting(&self, cases: &[Case]) -> Setting {
        let mut possible = self.model.alphabets.all();
        let mut script = None;
        let mut mixed = false;
        for case in cases {
            for &point in self.slice(case) {
                let property = self.model.properties.get(point);
                let asked = Script::TARGETS.contains(&property.script());
                if property.calm() == Calm::Odd && property.is_letter() && asked {
                    self.model.alphabets.keep(&mut possible, point);
                    mixed |= script.is_some_and(|before| before != property.script());
                    script = Some(property.script());
                }
            }
        }
        let (mut letters, mut ideographs) = (0, 0);
        for &point in self.text {
            let property = self.model.properties.get(point);
            let code = self.model.scripts.get(usize::from(property.script().0)).copied();
            letters += usize::from(property.is_letter());
            ideographs +=
                usize::from(matches!(code, Some("Hani" | "Hira" | "Kana" | "Hang" | "Bopo")));
        }
        let east_asian = ideographs > 3 && ideographs * 10 > letters;
        Setting { covered: script.is_some() && !mixed && possible.any(), east_asian }
    }

    /// -ln of each target script's share of the letters, as far as they are read already.
    fn script_costs(&self, cases: &[Case]) -> [f32; 3] {
        let mut counts = [0.2f32; 3];
        for token in self.tokens.iter().filter(|token| !token.is_suspicious()) {
            for (count, &plain) in counts.iter_mut().zip(&token.plain) {
                *count += f32::from(plain);
            }
        }
        for case in cases {
            let token = self.slice(case);
            match &case.best {
                Some(best) => {
                    let weight = if case.gain > 0.0 { 1.0 } else { 0.3 };
                    counts[usize::from(best.script.0 - Script::LATIN.0)] +=
                        weight * token.len() as f32;
                }
                None => {
                    for script in token.iter().filter_map(|&point| self.apparent_script(point)) {
                        counts[usize::from(script.0 - Script::LATIN.0)] += 1.0;
                    }
                }
            }
        }
        let total: f32 = counts.iter().sum();
        counts.map(|count| -judge::SCRIPT * (count / total).ln())
    }

    /// The script that a letter shows: its own, or the one of the letter that it is a form of.
    fn apparent_script(&self, point: u32) -> Option<Script> {
        let property = self.model.properties.get(point);
        let named = |reason| matches!(reason, Reason::Decomposition | Reason::Name);
        let script = match property.calm() {
            Calm::Plain(script) => script,
            _ => self.model.lattice.candidates(point).find(|one| named(one.reason))?.script,
        };
        Script::TARGETS.contains(&script).then_some(script)
    }

    /// The languages of the calm words and of what the others read as.
    fn mixture(&self, calm: &[Votes], cases: &[Case], read: bool) -> Mixture {
        let mut votes: Vec<Votes> = calm.to_vec();
        for case in cases.iter().take(WITNESSES) {
            let token = self.slice(case);
            let read = match &case.best {
                Some(best) if read => vec![best.read(token)],
                _ => self.at_first_sight(token),
            };
            let word = self.folded(token);
            let read: Vec<Vec<u32>> = read.iter().map(|letters| self.folded(letters)).collect();
            if word.len() > 1 && read.iter().any(|letters| letters.len() > 1) {
                let script = self.model.properties.get(word[0]).script();
                let mixed = !word.iter().all(|&point| {
                    let own = self.model.properties.get(point).script();
                    own == script && own != Script::COMMON
                });
                let word = Evidence { word, script, weight: 0.5, read, mixed };
                votes.push(Votes::new(self.model, &word, !self.ablation.no_ngrams));
            }
        }
        Mixture::estimate(self.model, self.allowed, &votes)
    }

    /// A token read glyph by glyph, each as what it most often is, in every script that fits.
    fn at_first_sight(&self, token: &[u32]) -> Vec<Vec<u32>> {
        let in_script = |script: Script| {
            let mut read = Vec::with_capacity(token.len());
            for &point in token {
                let property = self.model.properties.get(point);
                let own = property.script() == script && property.calm() != Calm::Odd;
                match property.class() {
                    Class::Invisible | Class::Mark => continue,
                    Class::Digit if point < 0x80 => read.push(point),
                    _ if own => read.push(point),
                    _ => {
                        let best = self
                            .model
                            .lattice
                            .candidates(point)
                            .filter(|one| one.script == script || one.script == Script::COMMON)
                            .min_by(|a, b| a.cost.total_cmp(&b.cost))?;
                        read.extend_from_slice(best.reading.as_slice());
                    }
                }
            }
            Some(read)
        };
        Script::TARGETS.into_iter().filter_map(in_script).collect()
    }

    /// Finds a token's best reading and weighs it against the token as it stands.
    fn weigh(&self, state: &State, case: &mut Case) {
        let token = self.slice(case);
        let ngrams = !self.ablation.no_ngrams;
        let scripts = self.targets(state, token);
        let (best, disguised) = match self.best(state, token, &scripts) {
            Some(found) => found,
            None => {
                case.best = None;
                case.gain = 0.0;
                return;
            }
        };
        let suspect = Suspect { token, bracketed: case.bracketed, spaced: case.spaced };
        let mut honest =
            judge::honest_cost(self.model, &state.mixture, state.setting, &suspect, ngrams);
        if best.slip {
            honest = honest.min(disguised + judge::slip_cost(best.script));
        }
        case.gain = match best.changes(0).next() {
            None => 0.0,
            Some(_) if self.is_typographic(&best) => -judge::LOUDEST,
            Some(_) => honest - disguised,
        };
        case.best = Some(best);
    }

    /// The scripts that a token could be meant in: its own letters', and the text's.
    fn targets(&self, state: &State, token: &[u32]) -> Vec<Script> {
        let least = state.scripts.iter().copied().fold(f32::INFINITY, f32::min);
        Script::TARGETS
            .into_iter()
            .zip(state.scripts)
            .filter(|&(script, cost)| {
                cost <= least + judge::RARE_SCRIPT
                    || token.iter().any(|&point| {
                        self.model.properties.get(point).calm() == Calm::Plain(script)
                    })
            })
            .map(|(script, _)| script)
            .collect()
    }

    /// An odd letter of the text's own script is a disguise throughout the text or nowhere: where
    /// most of its tokens are honest, the others are too.
    fn agree(&self, cases: &mut [Case]) {
        let own = |slot: &Slot, choice: &Choice| {
            let property = self.model.properties.get(slot.glyph);
            let into =
                choice.reading.as_slice().first().map(|&c| self.model.properties.get(c).script());
            property.calm() == Calm::Odd && property.is_letter() && Some(property.script()) == into
        };
        let mut sums: BTreeMap<u32, f32> = BTreeMap::new();
        for case in cases.iter() {
            let Some(best) = &case.best else { continue };
            for (slot, _) in best.changes(0).filter(|&(slot, choice)| own(slot, choice)) {
                *sums.entry(fold(slot.glyph)).or_default() +=
                    case.gain.clamp(-judge::LOUDEST, judge::LOUDEST);
            }
            for (slot, &pick) in best.slots.iter().zip(&best.parses[0].picks) {
                if slot.choices[usize::from(pick)].disguise.is_none() {
                    *sums.entry(fold(slot.glyph)).or_default() -= judge::KEPT;
                }
            }
        }
        for case in cases.iter_mut() {
            let honest = case.best.iter().flat_map(|best| best.changes(0)).any(|(slot, choice)| {
                own(slot, choice) && sums.get(&fold(slot.glyph)).is_some_and(|&sum| sum < 0.0)
            });
            if honest {
                case.gain = case.gain.min(0.0);
            }
        }
    }

    /// The best reading in any of the scripts, with what it costs in all.
    fn best(&self, state: &State, token: &[u32], scripts: &[Script]) -> Option<(Best, f32)> {
        let mut found: Option<(Best, f32)> = None;
        let mut slip = f32::INFINITY;
        for &script in scripts {
            let prior = state.scripts[usize::from(script.0 - Script::LATIN.0)];
            for language in state.mixture.leading(self.model, script, LANGUAGES) {
                let layout = Layout {
                    model: self.model,
                    ablation: self.ablation,
                    scheme: &state.scheme,
                    native: &state.native,
                    script,
                    language,
                };
                let Some(slots) = layout.slots(token) else { break };
                let parses = decode(self.model, language, token, &slots, !self.ablation.no_ngrams);
                let Some(first) = parses.first() else { continue };
                let least = first.cost();
                let sum: f32 = parses.iter().map(|parse| (least - parse.cost()).exp()).sum();
                let best = Best { script, slots, share: 1.0 / sum, parses, slip: false };
                let place = prior + state.mixture.cost(language);
                let cost = least + place + self.glyph_cost(&best);
                slip = slip.min(self.slip(&best) + place);
                if found.as_ref().is_none_or(|(_, before)| cost < *before) {
                    found = Some((best, cost));
                }
            }
        }
        if let Some((best, cost)) = &mut found {
            best.slip = slip < *cost + judge::NEARLY;
        }
        found
    }

    /// What a disguise pays for each glyph that it puts in a letter's place.
    fn glyph_cost(&self, best: &Best) -> f32 {
        let (mut styled, mut other) = (0, 0);
        for (_, choice) in best.changes(0) {
            match choice.disguise {
                Some((Family::Stylised, _)) => styled += 1,
                _ => other += 1,
            }
        }
        let style = if styled > 0 { judge::GLYPH + 0.3 * styled as f32 } else { 0.0 };
        judge::GLYPH * other as f32 + style
    }

    /// Whether one of the text's languages writes this letter.
    fn is_native(&self, mixture: &Mixture, glyph: u32) -> bool {
        let property = self.model.properties.get(glyph);
        glyph >= 0x80
            && self.model.languages.iter().zip(&mixture.shares).enumerate().any(
                |(at, (language, &share))| {
                    share >= judge::NATIVE_SHARE
                        && language.script == property.script()
                        && self.model.ngrams.writes(at, fold(glyph))
                },
            )
    }

    /// Whether a token is of one script, and its odd letters are those of the text's languages.
    fn is_native_word(&self, state: &State, token: &[u32]) -> bool {
        let mut script = None;
        token.iter().all(|&point| {
            let property = self.model.properties.get(point);
            if !property.is_letter() {
                let digit = property.class() == Class::Digit && point < 0x80;
                return digit || property.class() == Class::Mark;
            }
            let same = *script.get_or_insert(property.script()) == property.script();
            same && (property.calm() != Calm::Odd || state.native.contains(&point))
        })
    }

    /// Whether all that was changed are the letters of older or finer typography: long s, ligatures,
    /// digraphs, Roman numerals.
    fn is_typographic(&self, best: &Best) -> bool {
        const FULLWIDTH: std::ops::RangeInclusive<u32> = 0xFF00..=0xFFEF;
        let all_numerals = best
            .slots
            .iter()
            .all(|slot| self.model.properties.get(slot.glyph).class() == Class::Number);
        all_numerals
            || best.changes(0).all(|(slot, choice)| {
                let property = self.model.properties.get(slot.glyph);
                property.is_letter()
                    && property.script() == best.script
                    && matches!(choice.disguise, Some((_, Reason::Decomposition)))
                    && !FULLWIDTH.contains(&slot.glyph)
                    && !is_raised(slot.glyph)
            })
    }

    /// What the cheapest reading costs in which every change is one that keyboards confuse.
    fn slip(&self, best: &Best) -> f32 {
        let twins = |at: usize| {
            let mut changes = best.changes(at).peekable();
            changes.peek().is_some() && changes.all(|(slot, choice)| self.is_twin(slot, choice))
        };
        (0..best.parses.len())
            .filter(|&at| twins(at))
            .map(|at| best.parses[at].cost() + judge::GLYPH * best.changes(at).count() as f32)
            .fold(f32::INFINITY, f32::min)
    }

    /// Whether a keyboard has the glyph: a plain letter that stands for its twin in another script,
    /// or anything of ASCII for a letter that is not Latin.
    fn is_twin(&self, slot: &Slot, choice: &Choice) -> bool {
        let property = self.model.properties.get(slot.glyph);
        let into =
            choice.reading.as_slice().first().map(|&c| self.model.properties.get(c).script());
        let ascii = slot.glyph < 0x80 && into != Some(Script::LATIN);
        let plain = matches!(property.calm(), Calm::Plain(_));
        let by_table = |one: &Choice| matches!(one.disguise, Some((_, Reason::Confusable)));
        ascii || plain && slot.choices.iter().any(by_table)
    }

    /// Log-odds that the text is disguised, from all its tokens.
    fn odds(&self, cases: &[Case]) -> f32 {
        let mut odds = -judge::DISGUISED_TEXT;
        if self.forewarned {
            odds += judge::FOREWARNED;
        }
        let letters: HashSet<u32> = self.text.iter().map(|&point| fold(point)).collect();
        let mut pairs: BTreeMap<(u32, u32), f32> = BTreeMap::new();
        for case in cases.iter().filter(|case| case.gain > 0.0) {
            let Some(best) = &case.best else { continue };
            odds += case.gain.min(if best.slip { judge::SLIP_SAYS } else { judge::LOUDEST });
            for (slot, choice) in best.changes(0) {
                let cost = if self.is_twin(slot, choice) {
                    let inner = matches!(choice.disguise, Some((_, Reason::Confusable)))
                        && slot.start > 0
                        && slot.start + 1 < self.slice(case).len();
                    let letter = choice.reading.as_slice().first().map(|&c| fold(c));
                    if inner && letter.is_some_and(|c| letters.contains(&c)) {
                        judge::PAIR - judge::INNER_SLIP_PAIR
                    } else {
                        judge::PAIR - judge::SLIP_PAIR
                    }
                } else if matches!(choice.disguise, Some((Family::Stylised, _))) {
                    judge::STYLE
                } else {
                    judge::PAIR
                };
                let known = pairs.entry(pair(slot, choice)).or_insert(cost);
                *known = known.min(cost);
            }
        }
        odds -= pairs.into_values().sum::<f32>();
        odds
    }

    fn scheme(&self, cases: &[Case]) -> Scheme {
        let mut scheme = Scheme::default();
        for case in cases {
            let Some(best) = &case.best else { continue };
            let sure = 1.0 / (1.0 + (-case.gain).exp());
            let least = best.parses[0].cost();
            let weights: Vec<f32> =
                best.parses.iter().map(|parse| (least - parse.cost()).exp()).collect();
            let sum: f32 = weights.iter().sum();
            for (at, weight) in weights.iter().enumerate() {
                let count = sure * weight / sum * case.places.len() as f32;
                for (slot, choice) in best.changes(at) {
                    scheme.add(slot.glyph, choice.reading, count);
                }
            }
        }
        scheme
    }

    /// Words wholly of another script's letters, which only their neighbours give away.
    fn whole_words(&self, state: &State, cases: &[Case]) -> Vec<Case> {
        let mut letters: BTreeMap<Script, usize> = BTreeMap::new();
        let mut pairs: BTreeSet<u32> = BTreeSet::new();
        for case in cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN) {
            let Some(best) = &case.best else { continue };
            *letters.entry(best.script).or_default() += case.places.len();
            pairs.extend(best.changes(0).map(|(slot, _)| slot.glyph));
        }
        let Some((&main, _)) = letters.iter().max_by_key(|&(script, &count)| (count, script.0))
        else {
            return Vec::new();
        };
        // In Latin a digit for a letter is leet, which honest authors write too.
        let has_digit = |token: &Token| {
            let digits = self.text[token.start..token.end]
                .iter()
                .filter(|&&point| point < 0x80 && (point as u8).is_ascii_digit())
                .count();
            main != Script::LATIN && digits > 0 && digits * 2 <= token.end - token.start
        };
        let has_own = |token: &Token| {
            self.text[token.start..token.end]
                .iter()
                .any(|&point| point >= 0x80 && pairs.contains(&point))
        };
        let wanted = |token: &Token| {
            let other = |script: Script| script != main || has_digit(token) || has_own(token);
            !token.is_suspicious() && token.plain_script().is_some_and(other)
        };
        let mut found = self.cases(wanted);
        for case in &mut found {
            let token = self.slice(case);
            let own = self.tokens[case.places[0]].plain_script().unwrap_or(main);
            let honest = state
                .mixture
                .leading(self.model, own, LANGUAGES)
                .into_iter()
                .map(|language| {
                    let ngrams = !self.ablation.no_ngrams;
                    crate::decode::word_cost(self.model, language, token, ngrams).0
                        + state.mixture.cost(language)
                })
                .fold(f32::INFINITY, f32::min);
            let Some((best, cost)) = self.best(state, token, &[main]) else { continue };
            let known = |slot: &Slot| pairs.contains(&slot.glyph);
            if best.parses[0].in_lexicon
                || best.changes(0).all(|(slot, choice)| known(slot) || self.is_twin(slot, choice))
            {
                let unseen = best.changes(0).filter(|(slot, _)| !known(slot)).count();
                case.gain = honest - cost - judge::PAIR * unseen as f32 - judge::CLEAR_TEXT;
                if case.spaced {
                    case.gain += judge::SPACED;
                }
                case.best = Some(best);
            }
        }
        found
    }

    /// A text that was seen to put a glyph in a letter's place did so elsewhere too.
    fn lower_the_bar(&self, cases: &mut [Case]) {
        let mut seen: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        for case in cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN) {
            for (slot, choice) in case.best.iter().flat_map(|best| best.changes(0)) {
                *seen.entry(own(slot, choice)).or_default() += 1;
            }
        }
        let is_own = |(slot, choice): (&Slot, &Choice)| {
            seen.get(&own(slot, choice)).is_some_and(|&count| count >= judge::OWN)
        };
        let read: usize = cases
            .iter()
            .filter(|case| case.gain >= judge::CLEAR_TOKEN)
            .map(|case| case.places.len())
            .sum();
        let mostly = judge::MOSTLY * read as f32 / self.tokens.len().max(1) as f32;
        for case in cases.iter_mut().filter(|case| case.gain < judge::CLEAR_TOKEN) {
            let Some(best) = &case.best else { continue };
            let odd = |(slot, _): (&Slot, &Choice)| {
                self.model.properties.get(slot.glyph).calm() != Calm::Neutral
            };
            if best.changes(0).any(odd) {
                let own = best.changes(0).all(is_own);
                let styled = best.changes(0).all(|(_, choice)| is_styled(choice));
                let bonus = if styled { judge::STYLED_BONUS } else { judge::OWN_BONUS };
                case.gain += if own { bonus.max(mostly) } else { mostly };
            }
        }
    }

    fn edit(&self, state: &State, cases: &[Case], edits: &mut Vec<Edit>) {
        let sure = |odds: f32| 1.0 / (1.0 + (-odds).exp());
        for case in cases {
            let Some(best) = &case.best else { continue };
            if !self.ablation.no_judge && case.gain < judge::CLEAR_TOKEN {
                continue;
            }
            let confidence = sure(state.odds) * sure(case.gain) * best.share;
            for &place in &case.places {
                let start = self.tokens[place].start;
                for (slot, choice) in best.changes(0) {
                    let Some((family, reason)) = choice.disguise else { continue };
                    edits.push(Edit {
                        start: start + slot.start,
                        end: start + slot.start + 1,
                        restored: string(choice.reading.as_slice()),
                        family,
                        confidence,
                        reason,
                    });
                }
            }
        }
    }

    fn finish(&self, mut edits: Vec<Edit>, disguised: bool, state: &State) -> Reading {
        edits.sort_by_key(|edit| edit.start);
        let starts: Vec<usize> = edits.iter().map(|edit| edit.start).collect();
        let edited = |at: usize| starts.binary_search(&at).is_ok();
        let read_something = disguised && !edits.is_empty();
        edits.extend(Invisible::new(self.model, self.text).edits(read_something, edited));
        edits.sort_by_key(|edit| edit.start);
        let surest = edits.iter().map(|edit| edit.confidence).fold(0.0, f32::max);
        let odds = 1.0 / (1.0 + (-state.odds).exp());
        Reading {
            score: if edits.is_empty() { odds.min(0.5) } else { surest },
            scheme: self.scheme_entries(&edits),
            scripts: self.scripts(&edits),
            languages: self.languages(state),
            edits,
        }
    }

    fn scheme_entries(&self, edits: &[Edit]) -> Vec<SchemeEntry> {
        let mut counts: BTreeMap<(u32, &str), u32> = BTreeMap::new();
        for edit in edits.iter().filter(|edit| edit.family != Family::Invisible) {
            *counts.entry((self.text[edit.start], &edit.restored)).or_default() += 1;
        }
        let mut entries: Vec<SchemeEntry> = counts
            .into_iter()
            .map(|((glyph, reading), count)| SchemeEntry {
                glyph: string(&[glyph]),
                reading: reading.to_owned(),
                count,
            })
            .collect();
        entries.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.glyph.cmp(&b.glyph)));
        entries
    }

    fn scripts(&self, edits: &[Edit]) -> Vec<Share> {
        let mut counts: BTreeMap<Script, usize> = BTreeMap::new();
        let mut count = |point: u32| {
            let property = self.model.properties.get(point);
            if property.is_letter()
                && !matches!(property.script(), Script::COMMON | Script::INHERITED)
            {
                *counts.entry(property.script()).or_default() += 1;
            }
        };
        let mut edits = edits.iter().peekable();
        for (at, &point) in self.text.iter().enumerate() {
            match edits.next_if(|edit| edit.start == at) {
                Some(edit) => edit.restored.chars().for_each(|c| count(c as u32)),
                None => count(point),
            }
        }
        let total: usize = counts.values().sum();
        let mut shares: Vec<Share> = counts
            .into_iter()
            .filter_map(|(script, count)| {
                let code = self.model.scripts.get(usize::from(script.0))?;
                Some(Share { code, share: count as f32 / total as f32 })
            })
            .collect();
        shares.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.code.cmp(b.code)));
        shares
    }

    fn languages(&self, state: &State) -> Vec<Share> {
        const SEEN: f32 = 0.05;
        let mut shares: Vec<Share> = self
            .model
            .languages
            .iter()
            .zip(&state.mixture.shares)
            .filter(|&(_, &share)| share >= SEEN)
            .map(|(language, &share)| Share { code: language.code, share })
            .collect();
        shares.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.code.cmp(b.code)));
        shares
    }
}

/// Whether any token has a glyph that no table knows.
fn has_unknown(cases: &[Case]) -> bool {
    let by_scheme = |choice: &Choice| matches!(choice.disguise, Some((_, Reason::Scheme)));
    cases
        .iter()
        .flat_map(|case| &case.best)
        .any(|best| best.changes(0).any(|(_, choice)| by_scheme(choice)))
}

/// What one glyph and its letter count as: a styled alphabet is one choice of its author,
/// however many letters it has.
fn pair(slot: &Slot, choice: &Choice) -> (u32, u32) {
    let letter = choice.reading.as_slice().first().copied().unwrap_or(0);
    match choice.disguise {
        Some((Family::Stylised, _)) => (u32::MAX, slot.glyph.wrapping_sub(letter)),
        _ => (fold(slot.glyph), 0),
    }
}

/// What a text is known by to use again: its glyphs, and styled alphabets all together.
fn own(slot: &Slot, choice: &Choice) -> (u32, u32) {
    if is_styled(choice) { (u32::MAX, 0) } else { pair(slot, choice) }
}

fn is_styled(choice: &Choice) -> bool {
    matches!(choice.disguise, Some((Family::Stylised, _)))
}

fn string(points: &[u32]) -> String {
    points.iter().filter_map(|&point| char::from_u32(point)).collect()
}
