//! One decision over a small table: ours with every reason, the other engine's without.

use std::hint::black_box;
use std::time::Duration;

use raakvlak::program::{Decision, Program, Status};
use zen_engine::Variable;

use crate::Failure;
use crate::measure::{medians, nanoseconds, timed};
use crate::random::Random;
use crate::table::{self, Answers, ROWS};
use crate::zen::{self, Form};

const SITUATIONS: usize = 1_000;
const ROUNDS: usize = 101;

pub(crate) fn print() -> Result<(), Failure> {
    let rules: Vec<_> = ROWS.iter().map(table::Row::rule).collect();
    let program = Program::compile(&rules)?;
    let peers = [zen::decision(Form::Cells)?, zen::decision(Form::Conditions)?, zen::decision(Form::Expressions)?];
    println!("12 flags, 6 rules, {SITUATIONS} random situations, ns per decision");
    for peer in &peers {
        agree(&program, peer)?;
    }
    println!("  both agree on all 4096 situations in which every flag is known");
    for unknown in [8, 2] {
        compare(&program, &peers, unknown)?;
    }
    Ok(())
}

/// Both give the same advices wherever every flag is known. (Where one is not, only ours
/// tells open from not now.)
fn agree(program: &Program, peer: &zen_engine::Decision) -> Result<(), Failure> {
    for answers in table::known() {
        let decision = program.decide(&table::situation(&answers)?);
        let ours: Vec<_> = (0..program.len())
            .filter(|advice| decision.status(*advice) == Status::Applies)
            .map(|advice| program.advice(advice))
            .collect();
        let theirs = zen::advices(&zen::evaluate(peer, &zen::context(&answers))?);
        if ours != theirs {
            return Err(format!("of {answers:?} we make {ours:?}, and zen {theirs:?}").into());
        }
    }
    Ok(())
}

fn compare(program: &Program, peers: &[zen_engine::Decision; 3], unknown: usize) -> Result<(), Failure> {
    let mut random = Random(unknown as u64);
    let answers: Vec<Answers> = (0..SITUATIONS).map(|_| table::random(&mut random, unknown)).collect();
    let seen = answers.iter().map(table::situation).collect::<Result<Vec<_>, _>>()?;
    let contexts: Vec<_> = answers.iter().map(zen::context).collect();
    let mut decision = Decision::default();
    let [cells, conditions, expressions] = peers;
    let times = medians(
        ROUNDS,
        [
            &mut || {
                let decide = || {
                    for seen in &seen {
                        program.decide_into(seen, &mut decision);
                        black_box(&decision);
                    }
                };
                Ok(timed(decide).0)
            },
            &mut || every(cells, &contexts),
            &mut || every(conditions, &contexts),
            &mut || every(expressions, &contexts),
        ],
    )?;
    let [ours, cells, conditions, expressions] = times.map(|time| nanoseconds(time, SITUATIONS));
    println!("  1 in {unknown} not known: raakvlak, all explained {ours:.0}");
    println!("    zen-engine as table {cells:.0}, table of conditions {conditions:.0}, expressions {expressions:.0}");
    println!(
        "    zen / raakvlak: as table {:.1}, its quickest form {:.1} (goal 13, aim 23)",
        cells / ours,
        cells.min(conditions).min(expressions) / ours
    );
    Ok(())
}

fn every(peer: &zen_engine::Decision, contexts: &[Variable]) -> Result<Duration, Failure> {
    let (time, done) = timed(|| {
        for context in contexts {
            black_box(zen::evaluate(peer, context)?);
        }
        Ok(())
    });
    done.map(|()| time)
}
