//! Regional indicators: two of them show a flag, others spell words.

use std::ops::Range;

/// The regions that have a flag (CLDR, and the exceptional reservations CQ, EU and UN), two letters
/// each.
const REGIONS: &[u8] = b"\
    ACADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZ\
    CACCCDCFCGCHCICKCLCMCNCOCPCQCRCUCVCWCXCYCZDEDGDJDKDMDODZEAECEEEGEHERESETEUFI\
    FJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUICIDIEILIMINIOIQ\
    IRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKML\
    MMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPS\
    PTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTATCTDTFTGTHTJTK\
    TLTMTNTOTRTTTVTWTZUAUGUMUNUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

const FIRST: u32 = 0x1F1E6;
const LAST: u32 = 0x1F1FF;

pub(crate) fn is_indicator(point: u32) -> bool {
    (FIRST..=LAST).contains(&point)
}

fn is_flags(run: &[u32]) -> bool {
    let (pairs, rest) = run.as_chunks::<2>();
    let letter = |point: u32| b'A' + (point - FIRST) as u8;
    let known = |&[a, b]: &[u32; 2]| {
        REGIONS.as_chunks::<2>().0.binary_search(&[letter(a), letter(b)]).is_ok()
    };
    rest.is_empty() && pairs.iter().all(known)
}

/// The runs of indicators in `text` that are letters: what cannot be flags, and, where several
/// runs cannot, all of them. Two by themselves may be a flag that is newer than this table.
pub(crate) fn spelled(text: &[u32]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    if !text.iter().any(|&point| is_indicator(point)) {
        return runs;
    }
    let mut at = 0;
    for run in text.chunk_by(|&a, &b| is_indicator(a) == is_indicator(b)) {
        if is_indicator(run[0]) {
            runs.push(at..at + run.len());
        }
        at += run.len();
    }
    let word = |run: &Range<usize>| run.len() != 2 && !is_flags(&text[run.clone()]);
    if runs.iter().filter(|run| word(run)).count() < 2 {
        runs.retain(word);
    }
    runs
}
