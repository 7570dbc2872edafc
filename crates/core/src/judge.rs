//! Could this token be honest as it stands? What honesty costs, against what disguise costs.

use std::collections::BTreeMap;

use crate::Family;
use crate::accents::{bare, is_accented};
use crate::language::{Mixture, UNKNOWN_LETTER, UNKNOWN_WORD, composed, fold};
use crate::lattice::Candidate;
use crate::model::Model;
use crate::properties::{Calm, Class, Property, Script, Scripts};
use crate::slot::is_raised;
use crate::speaker::{sign_cost, word_cost};
use crate::token::seen;

/// -ln of how rarely a text is disguised at all.
pub(crate) const DISGUISED_TEXT: f32 = 9.0;
/// Odds at which nothing that is learned from the text can still turn the verdict.
pub(crate) const HOPELESS: f32 = -8.5;
/// By how much less where marks or invisible characters have shown a disguise already.
pub(crate) const FOREWARNED: f32 = 5.5;
/// The same for each further mark that was taken off, or other edit that uncovered the text: a few
/// may stand in honest text, and many leave no doubt.
pub(crate) const WARNING: f32 = 0.5;
/// What each further pair of glyph and letter costs a disguise.
pub(crate) const PAIR: f32 = 1.5;
/// What each styled alphabet costs it: there are many, and generators mix them.
pub(crate) const STYLE: f32 = 0.6;
/// What each further digit or sign for a letter costs it: who writes leet writes all of it.
pub(crate) const LEET_PAIR: f32 = 0.5;
/// By how much likelier a text is disguised whose reader asked for shapes too.
pub(crate) const ASKED_FOR: f32 = 3.0;
/// The most that one token says in which digits or signs are letters: a single word may be quoted.
pub(crate) const LEET_SAYS: f32 = 8.0;
/// The same of a token of so few characters, as variables and codes are, and of a capitalised one
/// with one sign for a letter, as brands are.
pub(crate) const SHORT_TOKEN: usize = 2;
pub(crate) const SHORT_SAYS: f32 = 1.5;
pub(crate) const NAME_SAYS: f32 = 2.0;
/// The same of one in capitals, among words that are not: codes are.
pub(crate) const CODE_SAYS: f32 = 2.0;
/// How few words stand between two at most where letters are run together on purpose, and what each
/// nat more takes from what one says.
pub(crate) const WORDS_PER_RUN: f32 = 20.0;
pub(crate) const RUN_RATIO: f32 = 5.5;
/// What a token says against shapes for letters that has some and makes no word by them, from the
/// second one on.
pub(crate) const CODE_SAYS_NOT: f32 = 1.5;
/// The most that a token can say for disguise whose shapes may be play.
pub(crate) const PLAYFUL: f32 = 6.0;
/// What of it is said by what makes no known word: by letters that run together to others (`cl` to
/// d), or by fewer characters than are seldom a word by chance.
pub(crate) const LONG_ENOUGH: usize = 5;
pub(crate) const UNKNOWN_SAYS: f32 = 0.25;
/// What each disguised letter costs.
pub(crate) const GLYPH: f32 = 1.0;
/// The most that one token can say for disguise.
pub(crate) const LOUDEST: f32 = 18.0;
/// The most that it can say where accents are taken away: those of one word may be anybody's.
pub(crate) const ACCENT_SAYS: f32 = 6.0;
/// The most that a token of one or two letters can say, and one of a few more, of its script's own
/// odd letters, or with signs for letters, that is no known word.
pub(crate) const PAIR_OF_LETTERS: usize = 2;
pub(crate) const PAIR_SAYS: f32 = 3.0;
/// The most that all such tokens together can say: a table of keys has many.
pub(crate) const PAIRS_SAY: f32 = 9.0;
pub(crate) const SHORT: usize = 4;
pub(crate) const NO_WORD_SAYS: f32 = 3.0;
/// The most that a few styled letters can say in a text with signs of mathematics.
pub(crate) const FEW: usize = 3;
pub(crate) const FORMAL_SAYS: f32 = 2.0;
/// The most that letters or digits in their order can say, and fullwidth ones that are quoted.
pub(crate) const SAMPLE_SAYS: f32 = 2.0;
pub(crate) const SHOWN_SAYS: f32 = 3.0;
/// How much likelier disguise must be, for the text and for the token.
pub(crate) const CLEAR_TEXT: f32 = 1.6;
pub(crate) const CLEAR_TOKEN: f32 = 1.0;

/// How often, over the different tokens, a glyph must have been read as a letter to be the text's
/// own, and by how much that lowers the bar for the other tokens with it.
pub(crate) const OWN: usize = 2;
pub(crate) const OWN_BONUS: f32 = 8.0;
/// The same for styled letters, whatever the alphabet.
pub(crate) const STYLED_BONUS: f32 = 12.0;

/// By how much a disguised text lowers the bar for what could be a slip of the keyboard.
pub(crate) const SLIP_BONUS: f32 = 5.0;
/// By how much a wholly disguised text lowers the bar for whatever else is odd in it.
pub(crate) const MOSTLY: f32 = 7.0;
/// What a token whose best reading keeps an odd letter says for that letter.
pub(crate) const KEPT: f32 = 4.0;
/// The least share of a language whose letters are the text's own.
pub(crate) const NATIVE_SHARE: f32 = 0.06;

/// What it costs an honest author to take one letter for its twin on another keyboard, and the
/// same inside a word, of a letter that the author's own keyboard has.
pub(crate) const SLIP_PAIR: f32 = 6.0;
pub(crate) const INNER_SLIP_PAIR: f32 = 11.0;
/// What each token with such a letter costs: who writes Cyrillic or Greek has Latin at hand, the
/// other way round it is rarer.
const SLIP_TOKEN: f32 = 1.2;
const SLIP_FROM_LATIN: f32 = 4.0;
/// The most that a slip of the keyboard can say for disguise, however often it is made.
pub(crate) const SLIP_SAYS: f32 = 0.25;
/// About how many words stand between two slips of an honest author.
pub(crate) const WORDS_PER_SLIP: f32 = 2000.0;
/// What a slip says for disguise, for each nat by which slips are closer together than that, and
/// the most that one can say.
pub(crate) const SLIP_RATIO: f32 = 0.3;
pub(crate) const SLIP_SAYS_MOST: f32 = 1.5;
/// The same of letters that the author has no keyboard for: of some 240 million words in Latin letters
/// 22 have one, but in languages that are written in Cyrillic too
/// (`benches/record/2026-11-28-hunt.md`).
pub(crate) const WORDS_PER_UNTYPED: f32 = 1e7;
pub(crate) const UNTYPED_RATIO: f32 = 0.5;
const UNTYPED_TOKEN: f32 = 9.0;
/// A reading that is a slip counts as likely as one that is not, if it is so much worse at most.
pub(crate) const NEARLY: f32 = 8.0;

/// A word of another known language than the text's.
pub(crate) const FOREIGN_WORD: f32 = 4.0;
/// An odd word in a text whose alphabet does not have its letters.
const ODD_WORD: f32 = 4.0;
pub(crate) const ODD_LETTER: f32 = 4.0;
/// The same where some orthography writes all the odd letters of the text.
const COVERED_LETTER: f32 = 0.3;
/// A script that so much less of the text is written in is not what an odd token was meant in.
pub(crate) const RARE_SCRIPT: f32 = 6.5;
/// How much a script's share of the text weighs: texts keep to one.
pub(crate) const SCRIPT: f32 = 3.0;
/// Letters of two scripts side by side.
const SWITCH: f32 = 8.5;
const MOST_SWITCHES: usize = 2;
/// A superscript or subscript, and how many of them by themselves are still notation.
const RAISED: f32 = 0.8;
const SHORT_RAISED: usize = 3;
/// A symbol or styled letter by itself, and each letter of a styled run.
const NOTATION: f32 = 3.0;
const STYLED: f32 = 5.0;
/// What is added for each further letter: formulas are short.
const STYLED_WORD: f32 = 3.5;
/// Styled letters one by one, as no formula has them.
pub(crate) const SPACED: f32 = 5.0;
/// Fullwidth and enclosed forms are ordinary typography beside ideographs and kana.
const EAST_ASIAN: f32 = 0.8;
/// An accent on a word that is known without it: stress, length or tone, shown on vowels by one
/// mark or two, or else what no annotation does.
const ANNOTATION: f32 = 1.5;
const NO_ANNOTATION: f32 = 5.0;
/// An accent in a word of an unknown language, in a text whose accents are of no orthography.
const STRANGE_ACCENT: f32 = 1.5;

/// Two words run together, each whole in its own script.
const GLUED: f32 = 4.0;
/// What a run of letters of a script costs that is at home in the text: many of these write words
/// without spaces, or particles on foreign ones.
const AT_HOME: f32 = 2.0;
/// A symbol of mathematics in a name.
const SYMBOL: f32 = 2.0;
/// A sign inside a word: an apostrophe of some sort, a slip, or text decoded wrongly.
const SIGN: f32 = 2.5;
/// Between slashes or brackets odd letters are phonetics.
const PHONETIC: f32 = 1.2;

/// What the whole text says about honest odd letters.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Setting {
    /// Some orthography writes all the odd letters.
    pub covered: bool,
    /// Ideographs, kana or Hangul stand in the text.
    pub east_asian: bool,
    /// No one orthography writes all of the text's accents.
    pub accents: bool,
    /// The accents of words no language has are those of an annotation.
    pub annotated: bool,
    /// Scripts that are read as nothing else, and have words of their own in the text.
    pub at_home: Scripts,
    /// It is a list of names, which put symbols beside words.
    pub names: bool,
}

/// A token in its place.
pub(crate) struct Suspect<'a> {
    pub token: &'a [u32],
    /// Stands between slashes or brackets.
    pub bracketed: bool,
    /// One of several single letters in a row with nothing but spaces between them.
    pub spaced: bool,
    /// Letters that are the text's own in whatever company: those that stand for themselves.
    pub own: &'a BTreeMap<u32, u32>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Script(Script),
    Styled,
    /// A superscript or subscript.
    Raised,
}

/// -ln of how likely an honest author wrote the token as it stands.
pub(crate) fn honest_cost(
    model: &Model,
    mixture: &Mixture,
    setting: Setting,
    suspect: &Suspect<'_>,
    ngrams: bool,
) -> f32 {
    let (mut letters, mut odd, mut styled, mut digits, mut switches) =
        (0usize, 0usize, 0usize, 0usize, 0usize);
    let (mut raised, mut abroad) = (0usize, 0usize);
    let mut signs = 0.0;
    let mut phonetic = 0usize;
    let mut runs: Vec<(Look, usize)> = Vec::new();
    for &point in suspect.token {
        let property = model.properties.get(point);
        let look = match property.class() {
            Class::Invisible | Class::Mark => continue,
            Class::Digit if point < 0x80 => {
                digits += 1;
                continue;
            }
            Class::Punctuation | Class::Symbol if point < 0x80 => {
                signs += sign_cost(point, letters + digits == 0);
                continue;
            }
            _ => look(model, point, property),
        };
        if look == Look::Raised {
            raised += 1;
            continue;
        }
        letters += 1;
        if suspect.own.get(&point) == Some(&point) {
            continue;
        }
        match look {
            Look::Raised => {}
            Look::Styled => {
                styled += 1;
                // Stress and length, which look like a sign raised.
                let sign = |one: Candidate| one.script == Script::COMMON;
                let first = model.lattice.candidates(point).next();
                phonetic += usize::from(property.is_letter() && first.is_some_and(sign));
            }
            Look::Script(script) => {
                let is_odd = property.calm() == Calm::Odd && property.script() == script;
                odd += usize::from(is_odd);
                abroad += usize::from(is_odd && !setting.at_home.contains(script));
            }
        }
        match runs.last_mut() {
            Some((last, length)) if *last == look => *length += 1,
            last => {
                switches += usize::from(last.is_some());
                runs.push((look, 1));
            }
        }
    }
    let size = letters as f32;
    let composed = composed(&seen(&model.properties, suspect.token));
    let accents = if setting.accents {
        composed.iter().filter(|&&point| is_accented(&model.properties, point)).count() as f32
    } else {
        0.0
    };
    let switching = SWITCH * switches.min(MOST_SWITCHES) as f32;
    let ascii_digits = digits;
    let digits = digits as f32 * 2.3 + signs;
    // A script that we read nothing into is somebody's own, as long as it stands by itself.
    let own_script = matches!(runs[..], [(Look::Script(script), _)]
        if !Script::TARGETS.contains(&script) && script != Script::COMMON);
    let oddness = if switches == 0 && (setting.covered || own_script) {
        COVERED_LETTER * odd as f32
    } else {
        ODD_WORD + ODD_LETTER * odd as f32
    };
    let style = if setting.east_asian { EAST_ASIAN } else { STYLED };
    let mut cost = UNKNOWN_WORD
        + UNKNOWN_LETTER * (letters - styled) as f32
        + mixture.unknown_cost()
        + oddness
        + STRANGE_ACCENT * accents
        + style * styled as f32
        + if setting.east_asian { 0.0 } else { STYLED_WORD * styled.saturating_sub(2) as f32 }
        + switching;
    if suspect.spaced {
        cost += SPACED;
    } else if letters == 1 || (styled == letters && setting.east_asian) {
        cost = cost.min(NOTATION + style * (size - 1.0));
    } else if letters == 2 && styled == letters || is_unit(suspect.token, letters) {
        cost = cost.min(NOTATION + 1.0);
    }
    let homeless =
        |look: Look| !matches!(look, Look::Script(script) if setting.at_home.contains(script));
    let scripts = runs.iter().filter(|(look, _)| *look != Look::Script(Script::COMMON));
    let from_home = scripts.clone().any(|&(look, _)| !homeless(look));
    let foreign = scripts.clone().filter(|&&(look, _)| homeless(look)).count();
    if (scripts.count() <= 2 || from_home && foreign <= 2) && abroad == 0 && styled == 0 {
        cost = cost.min(glued_cost(model, mixture, setting, suspect.token, ngrams));
    }
    if setting.names && odd == 0 && styled == 0 {
        cost = cost.min(symbol_cost(model, mixture, suspect.token, ngrams));
    }
    if suspect.bracketed && styled == phonetic {
        cost = cost.min(NOTATION + PHONETIC * size);
    }
    if switches == 0
        && styled == 0
        && let Some(&(Look::Script(script), _)) = runs.first()
    {
        cost = cost.min(known_cost(model, mixture, setting, script, &composed, ngrams));
        if accents > 0.0 {
            let bare: Vec<u32> = composed.iter().filter_map(|&c| unaccented(model, c)).collect();
            let each = if setting.annotated { ANNOTATION } else { NO_ANNOTATION };
            let annotated = known_cost(model, mixture, setting, script, &bare, ngrams);
            cost = cost.min(annotated + each * accents);
        }
    }
    // Raised letters are notation beside a base, and in short tokens; else they are a style.
    let raised = if letters + ascii_digits > 0 || raised <= SHORT_RAISED {
        RAISED
    } else {
        STYLED + STYLED_WORD
    } * raised as f32;
    if letters == 0 {
        return digits + raised;
    }
    cost + digits + raised
}

/// A letter without its accents; nothing for a mark.
fn unaccented(model: &Model, point: u32) -> Option<u32> {
    let mark = model.properties.get(point).class() == Class::Mark;
    (!mark).then(|| bare(point).unwrap_or(point))
}

/// Micro before a unit of one or two letters.
fn is_unit(token: &[u32], letters: usize) -> bool {
    matches!(token.first(), Some(0xB5 | 0x3BC)) && letters <= 3
}

/// Two words run together: each costs what its own script's languages say of it.
fn glued_cost(
    model: &Model,
    mixture: &Mixture,
    setting: Setting,
    token: &[u32],
    ngrams: bool,
) -> f32 {
    let script = |point: u32| model.properties.get(point).script();
    token
        .chunk_by(|&a, &b| script(a) == script(b))
        .map(|run| {
            if script(run[0]) == Script::COMMON {
                return SIGN * run.len() as f32;
            }
            if setting.at_home.contains(script(run[0])) {
                return AT_HOME;
            }
            let unknown = UNKNOWN_WORD + UNKNOWN_LETTER * run.len() as f32;
            let known = known_cost(model, mixture, Setting::default(), script(run[0]), run, ngrams);
            known.min(unknown)
        })
        .sum::<f32>()
        + GLUED
}

/// Whether a letter stands for a quantity. Omicron does not, since o does.
pub(crate) fn is_symbol(script: Script, letter: u32) -> bool {
    const OMICRON: u32 = 0x3BF;
    script == Script::GREEK && fold(letter) != OMICRON
}

/// A symbol of mathematics beside what it is of: `σmax`, `dα`.
fn symbol_cost(model: &Model, mixture: &Mixture, token: &[u32], ngrams: bool) -> f32 {
    let script = |point: u32| model.properties.get(point).script();
    let runs: Vec<&[u32]> = token.chunk_by(|&a, &b| script(a) == script(b)).collect();
    let is_symbol = |run: &[u32]| matches!(run, &[point] if is_symbol(script(point), point));
    let rest = match runs[..] {
        [symbol, rest] | [rest, symbol] if is_symbol(symbol) && !is_symbol(rest) => rest,
        _ => return f32::INFINITY,
    };
    let unknown = UNKNOWN_WORD + UNKNOWN_LETTER * rest.len() as f32;
    SYMBOL
        + known_cost(model, mixture, Setting::default(), script(rest[0]), rest, ngrams).min(unknown)
}

/// What a known language says of the token as it stands: one of the text's, or, for odd letters,
/// any that writes them, since words of other languages stand in every text.
fn known_cost(
    model: &Model,
    mixture: &Mixture,
    setting: Setting,
    script: Script,
    token: &[u32],
    ngrams: bool,
) -> f32 {
    let odd = |point: &&u32| {
        let property = model.properties.get(**point);
        let letter = property.class() != Class::Mark;
        letter
            && (property.calm() == Calm::Odd
                || setting.accents && is_accented(&model.properties, **point))
    };
    let writes_all = |language: usize| {
        token.iter().filter(odd).all(|&point| model.ngrams.writes(language, fold(point)))
    };
    let said = |language: usize| word_cost(model, language, token, ngrams).0;
    let own = mixture.leading(model, script, 2).filter(|&at| writes_all(at));
    let cost = own.map(|at| said(at) + mixture.cost(at)).fold(f32::INFINITY, f32::min);
    if mixture.is_unknown() || !token.iter().any(|point| odd(&point)) {
        return cost;
    }
    (0..model.languages.len())
        .filter(|&at| model.languages[at].script == script && writes_all(at))
        .map(|at| said(at) + mixture.cost(at).min(FOREIGN_WORD))
        .fold(cost, f32::min)
}

fn look(model: &Model, point: u32, property: Property) -> Look {
    if is_raised(point) {
        return Look::Raised;
    }
    let first = (property.calm() == Calm::Odd)
        .then(|| model.lattice.candidates(point).next())
        .flatten()
        .filter(|candidate| candidate.family == Family::Stylised);
    match first {
        // A ligature or digraph is typography.
        Some(candidate) if candidate.reading.as_slice().len() > 1 => Look::Script(candidate.script),
        Some(_) => Look::Styled,
        None => Look::Script(property.script()),
    }
}

/// What a slip of the keyboard costs a token, beside the word that was meant; more where the author
/// has hardly a keyboard for it.
pub(crate) fn slip_cost(meant: Script, unlikely: bool) -> f32 {
    match meant {
        _ if unlikely => UNTYPED_TOKEN,
        Script::LATIN => SLIP_FROM_LATIN,
        _ => SLIP_TOKEN,
    }
}
