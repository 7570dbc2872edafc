//! Whole lines upside down, or written backwards.

use unicode_normalization::char::decompose_canonical;

use super::Maker;
use super::kind::Kind;
use super::words::{clusters_of, next_line};
use crate::accents::bare;
use crate::{Family, Reason};

/// What a character looks like on its head. Most of these are letters of their own, so the
/// lattice, which says what odd glyphs are read as, cannot have them.
const TURNED: [(&str, &str); 6] = [
    ("abcdefghijklmnopqrstuvwxyz", "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "∀ꓭƆᗡƎℲ⅁HIſꓘ⅂WNOԀꝹꓤS⊥∩ΛMX⅄Z"),
    ("абвгдежзиклмнопрстуфхчшъьэя", "ɐƍʚɹɓǝжεиʞvwноudɔɯʎфхһmqqєʁ"),
    ("0123456789", "0⇂ᄅƐㄣϛ9ㄥ86"),
    (".,'\"!?¿¡;&_‿()[]{}<>", "˙',„¡¿?!؛⅋‾⁀)(][}{><"),
    // Accents, above and below.
    (
        "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30A}\u{30C}\u{323}\u{327}",
        "\u{316}\u{317}\u{32D}\u{330}\u{331}\u{32E}\u{323}\u{324}\u{325}\u{32C}\u{307}\u{312}",
    ),
];

/// The table in the order of its characters.
pub(crate) fn table() -> Vec<(u32, u32)> {
    let pairs = TURNED.iter().flat_map(|(upright, turned)| upright.chars().zip(turned.chars()));
    let mut table: Vec<(u32, u32)> = pairs.map(|(a, b)| (a.into(), b.into())).collect();
    table.sort_unstable();
    table
}

impl Maker<'_> {
    /// Turns each line with this probability.
    pub fn lines(&mut self, kind: Kind, rate: f64) {
        let given = self.draft.given();
        let mut at = 0;
        while let Some(line) = next_line(given, at) {
            at = line.end;
            if self.random.chance(rate) {
                let kind = match kind.parts() {
                    [] => kind,
                    parts => self.random.pick(parts),
                };
                clusters_of(given, line, &mut self.clusters);
                match kind {
                    Kind::UpsideDown if self.can_turn() => self.turn(|maker, cluster| {
                        cluster.iter().for_each(|&point| maker.push_turned(point));
                    }),
                    Kind::Backwards => {
                        self.turn(|maker, cluster| maker.turned.extend_from_slice(cluster));
                    }
                    _ => {}
                }
            }
        }
    }

    /// Whether half of the line's letters or more have a form on their head.
    fn can_turn(&self) -> bool {
        let given = self.draft.given();
        let letters = self.clusters.iter().map(|cluster| given[cluster.start]);
        let letters = letters.filter(|&point| self.properties.get(point).is_letter());
        let (mut all, mut known) = (0, 0);
        for letter in letters {
            all += 1;
            let base = bare(letter).unwrap_or(letter);
            known += usize::from(self.on_its_head(base) != base || base < 0x80);
        }
        known * 2 >= all && known > 0
    }

    fn turn(&mut self, push: impl Fn(&mut Self, &[u32])) {
        let given = self.draft.given();
        let (Some(first), Some(last)) = (self.clusters.first(), self.clusters.last()) else {
            return;
        };
        let line = first.start..last.end;
        self.turned.clear();
        for at in (0..self.clusters.len()).rev() {
            push(self, &given[self.clusters[at].clone()]);
        }
        if self.turned != given[line.clone()] {
            let turned = self.turned.iter().copied();
            self.draft.put(line, turned, Family::Turned, Reason::Turned);
        }
    }

    /// A letter on its head, its accents apart and on the other side of it.
    fn push_turned(&mut self, point: u32) {
        let head = self.on_its_head(point);
        match char::from_u32(point) {
            Some(c) if head == point => decompose_canonical(c, |part| {
                let part = self.on_its_head(part.into());
                self.turned.push(part);
            }),
            _ => self.turned.push(head),
        }
    }

    fn on_its_head(&self, point: u32) -> u32 {
        match self.tables.turned.binary_search_by_key(&point, |row| row.0) {
            Ok(at) => self.tables.turned[at].1,
            Err(_) => point,
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_sides_of_the_table_are_as_long() {
        for (upright, turned) in super::TURNED {
            assert_eq!(upright.chars().count(), turned.chars().count(), "{upright}");
        }
    }
}
