//! What is not seen: which invisible characters have work to do where they stand, and which not.

mod kind;
mod side;

use std::ops::Range;

use crate::hidden::is_subdivision;
use crate::model::Model;
use crate::origins::Origins;
use crate::token::is_invisible;
use crate::traits::ODD;
use crate::{Edit, Family, Reason};

use kind::{Kind, kind};
use side::{Letter, Side};

const BLACK_FLAG: u32 = 0x1F3F4;
const BYTE_ORDER_MARK: u32 = 0xFEFF;
const ZERO_WIDTH_SPACE: u32 = 0x200B;
const LEFT_MARK: u32 = 0x200E;
const HAN: &str = "Hani";
const HANGUL: &str = "Hang";

/// How sure the dropping of a character is that no honest author puts there.
const SURE: f32 = 0.97;

/// So many places where no hyphenation puts soft hyphens are not all after a word's first letter, or all
/// before its last, by chance.
const MANY_WRONG: usize = 8;

/// So many in a row are never by chance.
const MANY: usize = 3;

/// So many of more than one sort are the bits of a byte at least: one is enough to part words or to join
/// letters.
const CODED: usize = 8;

/// What becomes of an invisible character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    Goes,
    /// Goes where others go.
    Doubtful,
    /// A soft hyphen, which goes where others go, or where too many of them are.
    Hyphen,
    /// A mark of direction, which goes where the text is disguised, or where too many are.
    Direction,
}

const FATES: usize = 5;

/// What stands beside a run.
struct Sides {
    before: Side,
    letters: Vec<Letter>,
    /// Whether there are letters on both sides.
    inner: bool,
    /// Whether the run makes the flag before it that of a subdivision.
    flag: bool,
    /// Whether several selectors of ideographs stand in it.
    selectors: bool,
    /// How long it is.
    length: usize,
    /// Whether it is so long, of characters so different, that it spells something.
    coded: bool,
}

impl Sides {
    /// Whether all letters beside the run are such.
    fn all(&self, ask: fn(&Letter) -> bool) -> bool {
        self.letters.iter().all(ask)
    }
}

/// The invisible characters of one text.
pub(crate) struct Invisible<'a, T = u32> {
    model: &'a Model,
    text: &'a [T],
    has_spaces: bool,
}

impl<'a, T: Copy + Into<u32>> Invisible<'a, T> {
    pub fn new(model: &'a Model, text: &'a [T]) -> Invisible<'a, T> {
        let has_spaces = text.iter().any(|&unit| unit.into() == u32::from(' '));
        Invisible { model, text, has_spaces }
    }

    fn side(&self, at: Option<usize>) -> Side {
        at.and_then(|at| self.text.get(at))
            .map_or(Side::Nothing, |&point| Side::of(self.model, point.into()))
    }

    /// The edits that drop what has no work to do; `disguised` says that the text has shown
    /// other disguises, `edited` that a visible character was read as another one.
    pub fn edits(&self, disguised: bool, edited: impl Fn(usize) -> bool) -> Vec<Edit> {
        let runs: Vec<Range<usize>> = self.runs().collect();
        self.drops(&runs, disguised, edited).into_iter().map(|at| self.drop(at)).collect()
    }

    /// Whether a code point is not seen; all that are not are odd.
    fn is_unseen(&self, point: u32) -> bool {
        self.model.traits.get(point) & ODD != 0 && is_invisible(&self.model.properties, point)
    }

    /// The runs of invisible characters, in order.
    fn runs(&self) -> impl Iterator<Item = Range<usize>> {
        let is_unseen = |unit: &T| self.is_unseen((*unit).into());
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = at + self.text[at..].iter().position(is_unseen)?;
            at = start + self.text[start..].iter().take_while(|unit| is_unseen(unit)).count();
            Some(start..at)
        })
    }

    /// Whether none is dropped in a text that has shown no disguise; `runs` are all that there are.
    pub fn all_stay(&self, runs: &[Range<usize>]) -> bool {
        self.drops(runs, false, |_| false).is_empty()
    }

    /// The places of all that have no work to do, the doubtful ones and joiners in ASCII included.
    pub fn idle(&self) -> Vec<usize> {
        let mut idle: Vec<usize> =
            self.edits(true, |_| false).into_iter().map(|edit| edit.start).collect();
        let ascii = |at: Option<usize>| {
            at.and_then(|at| self.text.get(at)).is_none_or(|&unit| unit.into() < 0x80)
        };
        for run in self.runs() {
            if ascii(run.start.checked_sub(1)) && ascii(Some(run.end)) {
                idle.extend(run.filter(|&at| kind(self.text[at].into()) == Kind::Joiner));
            }
        }
        idle.sort_unstable();
        idle.dedup();
        idle
    }

    /// The places of what is dropped, in order.
    ///
    /// What stands first once everything before it has gone is first already: a run is read to its
    /// end at once, and not one character further each time. As some go only where others do, the
    /// runs are read again where that has become known.
    fn drops(
        &self,
        runs: &[Range<usize>],
        disguised: bool,
        edited: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        let mut going = [false; FATES];
        going[Fate::Goes as usize] = true;
        loop {
            let of = self.fates(runs, &going, &edited);
            let before = going;
            let has = |fate: Fate| !of[fate as usize].is_empty();
            let anywhere = |fate: Fate| self.is_anywhere(&of[fate as usize]);
            let hyphens = has(Fate::Goes) || anywhere(Fate::Hyphen);
            let directions = anywhere(Fate::Direction);
            let others = has(Fate::Goes) || hyphens && has(Fate::Hyphen) || directions;
            going[Fate::Hyphen as usize] |= hyphens;
            going[Fate::Doubtful as usize] |= disguised || others;
            going[Fate::Direction as usize] |= directions || disguised || others;
            if (0..FATES).all(|fate| going[fate] == before[fate] || of[fate].is_empty()) {
                let gone = of.into_iter().zip(going).filter(|(_, goes)| *goes);
                let mut drops: Vec<usize> = gone.flat_map(|(places, _)| places).collect();
                drops.sort_unstable();
                return drops;
            }
        }
    }

    /// The places of the characters of each fate, where `going` says which fates are to go.
    fn fates(
        &self,
        runs: &[Range<usize>],
        going: &[bool; FATES],
        edited: impl Fn(usize) -> bool,
    ) -> [Vec<usize>; FATES] {
        let mut of: [Vec<usize>; FATES] = Default::default();
        for run in runs {
            let sides = self.sides(run.start, run.end);
            let read = run.start > 0 && edited(run.start - 1);
            let mut leads = true;
            for at in run.clone() {
                let fate = self.fate(at, leads, &sides, read);
                of[fate as usize].push(at);
                leads &= going[fate as usize];
            }
        }
        of
    }

    fn drop(&self, at: usize) -> Edit {
        Edit {
            start: at,
            end: at + 1,
            restored: String::new(),
            family: Family::Invisible,
            confidence: SURE,
            reason: Reason::Invisible,
            origins: Origins::default(),
        }
    }

    fn sides(&self, start: usize, end: usize) -> Sides {
        let before = self.side(start.checked_sub(1));
        let letters: Vec<Letter> =
            [before, self.side(Some(end))].into_iter().filter_map(Side::letter).collect();
        let run = || self.text[start..end].iter().map(|&unit| unit.into());
        Sides {
            before,
            inner: letters.len() == 2,
            letters,
            flag: before == Side::Other(BLACK_FLAG) && is_subdivision(&run().collect::<Vec<u32>>()),
            length: end - start,
            coded: end - start >= CODED && run().any(|point| Some(point) != run().next()),
            selectors: run().filter(|&point| kind(point) == Kind::HighSelector).count() > 1,
        }
    }

    /// What becomes of the character at `at`; `leads` says that nothing of its run stays before it,
    /// `read` that the run follows a visible character that was read as another one.
    fn fate(&self, at: usize, leads: bool, sides: &Sides, read: bool) -> Fate {
        let point = self.text[at].into();
        let inner = sides.inner;
        let goes = |goes| if goes { Fate::Goes } else { Fate::Stays };
        // What goes between two letters is in doubt at the edge of a word.
        let idle = |idle: bool| match (idle, inner) {
            (false, _) => Fate::Stays,
            (true, true) => Fate::Goes,
            (true, false) => Fate::Doubtful,
        };
        let unjoined = || sides.all(|letter| letter.is_unjoined);
        let spaced = || sides.all(|letter| letter.is_spaced);
        match kind(point) {
            // What spells something has no other work, whatever it is spelt with; controls that
            // turn what is beside them are paired, and seen to elsewhere.
            Kind::Joiner
            | Kind::Break
            | Kind::GraphemeJoiner
            | Kind::SoftHyphen
            | Kind::Selector
            | Kind::HighSelector
            | Kind::RightMark
            | Kind::Own(_)
                if sides.coded =>
            {
                Fate::Goes
            }
            Kind::Direction if sides.coded && point == LEFT_MARK => Fate::Goes,
            Kind::SoftHyphen if inner && spaced() => Fate::Hyphen,
            Kind::SoftHyphen => Fate::Stays,
            Kind::RightMark if inner && sides.all(|letter| letter.is_target) => Fate::Goes,
            Kind::RightMark | Kind::Direction => {
                let known = inner && sides.all(|letter| letter.is_known);
                if known { Fate::Direction } else { Fate::Stays }
            }
            // A letter in disguise joins to nothing.
            Kind::Joiner if read => Fate::Goes,
            // Lines of styled letters break as others do.
            Kind::Break if spaced() && sides.letters.iter().any(|letter| letter.is_styled) => {
                Fate::Goes
            }
            // There is nothing to keep together beside a space.
            Kind::Break
                if point != ZERO_WIDTH_SPACE
                    && sides.length >= MANY
                    && spaced()
                    && !sides.letters.is_empty() =>
            {
                Fate::Goes
            }
            Kind::Joiner => idle(unjoined() && !sides.letters.is_empty()),
            Kind::Break if at == 0 && point == BYTE_ORDER_MARK => Fate::Stays,
            Kind::Break | Kind::GraphemeJoiner => idle(spaced()),
            Kind::Own(scripts) => {
                // Old Hangul is put together from parts; a whole syllable needs no filler.
                let own = |letter: &Letter| {
                    scripts.contains(&letter.script) && (letter.script != HANGUL || letter.is_jamo)
                };
                let owned = sides.letters.iter().any(own);
                idle(!owned && (inner || unjoined()))
            }
            // A text that has spaces needs no blank to part its words.
            Kind::Blank => goes(inner && self.has_spaces),
            Kind::Selector => goes(
                read || leads
                    && sides.before.letter().is_some_and(|letter| {
                        letter.is_target
                            || letter.is_unjoined && !letter.is_known && letter.script != HAN
                    }),
            ),
            Kind::HighSelector => {
                let han = sides.before.letter().is_some_and(|letter| letter.script == HAN);
                goes(sides.selectors || !han)
            }
            Kind::Tag => goes(!sides.flag),
        }
    }

    /// Whether soft hyphens stand where no hyphenation puts them, or marks of direction where no
    /// direction changes: next to a word's end, or one letter from each other, again and again. Where
    /// many do so on one side only, somebody parts words from what goes before or after them.
    fn is_anywhere(&self, places: &[usize]) -> bool {
        let letter = |at: Option<usize>| {
            at.and_then(|at| self.text.get(at))
                .is_some_and(|&point| self.model.properties.get(point.into()).is_letter())
        };
        let (mut wrong, mut early, mut late) = (0, 0, 0);
        for &at in places {
            let before = letter(at.checked_sub(1)) && letter(at.checked_sub(2));
            let after = letter(Some(at + 1)) && letter(Some(at + 2));
            wrong += usize::from(!(before && after));
            early += usize::from(!before);
            late += usize::from(!after);
        }
        wrong >= 3 && wrong * 3 > places.len() && (wrong < MANY_WRONG || early > 0 && late > 0)
    }
}
