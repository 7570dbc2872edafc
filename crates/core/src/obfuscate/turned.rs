//! Whole lines upside down, or written backwards.

use unicode_normalization::char::decompose_canonical;

use super::kind::Kind;
use super::{Maker, Tables};
use crate::accents::bare;
use crate::lines::{clusters_of, next_line};
use crate::{Family, Reason};

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
            known += usize::from(on_its_head(self.tables, base).is_some());
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
        match (on_its_head(self.tables, point), char::from_u32(point)) {
            (Some(form), _) => self.turned.extend_from_slice(form),
            (None, Some(c)) if bare(point).is_some() => {
                decompose_canonical(c, |part| self.push_turned(part.into()));
            }
            _ => self.turned.push(point),
        }
    }
}

/// What a character is on its head, if anything.
fn on_its_head(tables: &Tables, point: u32) -> Option<&[u32]> {
    let at = tables.turned.binary_search_by_key(&point, |form| form.0).ok()?;
    Some(&tables.turned[at].1)
}
