//! The reader over a page of each kind: `cargo bench -p unspoof-core`.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use unspoof_core::{Kind, Model, Obfuscator, Options, Profile, Reader};

static MODEL: &[u8] = include_bytes!("../../../model/unspoof.model");

/// Honest text of a few scripts, and ASCII.
const ENGLISH: &str = "The river rose again during the night, and by breakfast the lower village \
    was without power. Volunteers carried blankets, bottled water and warm meals up the hill. ";
const MIXED: &str = "Ma sœur a vu le mot « русский » – Η ομάδα έφτασε στις πέντε. Вечером дождь \
    кончился, и все вышли на улицу. Přišel příliš pozdě; 今日はとても寒いです。 ";

const KINDS: [(&str, Kind); 5] = [
    ("look-alikes", Kind::Lookalike),
    ("one scheme", Kind::Scheme),
    ("stylised", Kind::Stylised),
    ("zero width", Kind::ZeroWidth),
    ("accents", Kind::Accent),
];

/// The simulator knows the reader's own glyphs: good enough for time, and not for accuracy.
fn pages(model: &Model) -> Vec<(&'static str, Vec<u32>)> {
    let english = points(&ENGLISH.repeat(4));
    let obfuscator = Obfuscator::new(model);
    let mut pages = vec![("ascii", english.clone()), ("scripts", points(&MIXED.repeat(4)))];
    for (name, kind) in KINDS {
        pages.push((name, obfuscator.obfuscate(&english, kind, 0.5, 1).text));
    }
    pages
}

fn points(text: &str) -> Vec<u32> {
    text.chars().map(u32::from).collect()
}

fn reader(criterion: &mut Criterion) {
    let model = Arc::new(Model::from_bytes(MODEL).expect("the committed model"));
    let pages = pages(&model);
    for (name, profile) in [("careful", Profile::Careful), ("full", Profile::Full)] {
        let options = Options { profile, ..Options::default() };
        let reader = Reader::new(model.clone(), options).expect("no language is asked for");
        let mut group = criterion.benchmark_group(name);
        for (kind, page) in &pages {
            group.throughput(Throughput::Elements(page.len() as u64));
            group.bench_with_input(BenchmarkId::new("is_plain", kind), page, |bencher, page| {
                bencher.iter(|| reader.is_plain(black_box(page)));
            });
            group.bench_with_input(BenchmarkId::new("read", kind), page, |bencher, page| {
                bencher.iter(|| reader.read(black_box(page)));
            });
        }
        group.finish();
    }
}

// Pages are read in milliseconds: few samples say enough, and all of it takes a minute.
criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = reader
}
criterion_main!(benches);
