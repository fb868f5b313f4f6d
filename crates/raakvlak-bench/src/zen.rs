//! The same table in the engine it is measured against.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use serde_json::{Map, Value, json};
use zen_engine::model::GraphContent;
use zen_engine::{Decision, Variable};

use crate::Failure;
use crate::table::{Answers, FLAGS, ROWS, Row};

/// How the table is written down.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// A column per flag, a row per way in which a rule can hold.
    Cells,
    /// One column without a field, with the whole condition in its cell.
    Conditions,
    /// No table: an expression per advice.
    Expressions,
}

/// A decision of which everything that can be made ready is ready: the graph is read, its
/// expressions are compiled and its cells are indexed.
pub(crate) fn decision(form: Form) -> Result<Decision, Failure> {
    let mut graph: GraphContent = serde_json::from_value(json!({
        "nodes": [
            { "id": "in", "name": "in", "type": "inputNode", "content": {} },
            match form { Form::Cells => cells(), Form::Conditions => conditions(), Form::Expressions => expressions() },
            { "id": "out", "name": "out", "type": "outputNode", "content": {} },
        ],
        "edges": [
            { "id": "e1", "sourceId": "in", "targetId": "table" },
            { "id": "e2", "sourceId": "table", "targetId": "out" },
        ],
    }))?;
    graph.compile();
    let decision = Decision::from(Arc::new(graph));
    decision.validate().map_err(|e| format!("{e:?}"))?;
    Ok(decision)
}

fn table(inputs: Vec<Value>, rules: Vec<Value>) -> Value {
    json!({ "id": "table", "name": "table", "type": "decisionTableNode", "content": {
        "hitPolicy": "collect",
        "inputs": inputs,
        "outputs": [{ "id": "advice", "name": "advice", "field": "advice" }],
        "rules": rules,
    }})
}

fn cells() -> Value {
    let inputs = FLAGS.iter().map(|flag| json!({ "id": name(flag), "name": flag, "field": name(flag) })).collect();
    let row = |row: &Row, one: Option<&str>| {
        let mut cells = Map::new();
        cells.insert("_id".into(), format!("{} {one:?}", row.advice).into());
        cells.insert("advice".into(), format!("{:?}", row.advice).into());
        cells.extend(row.all.iter().copied().chain(one).map(|flag| (name(flag), "true".into())));
        cells.extend(row.unless.iter().map(|flag| (name(flag), "false".into())));
        Value::Object(cells)
    };
    let rules = ROWS
        .iter()
        .flat_map(|rule| match rule.any {
            [] => vec![row(rule, None)],
            any => any.iter().map(|flag| row(rule, Some(flag))).collect(),
        })
        .collect();
    table(inputs, rules)
}

fn condition(row: &Row) -> String {
    let mut parts: Vec<String> = row.all.iter().map(|flag| format!("{} == true", name(flag))).collect();
    if !row.any.is_empty() {
        let any: Vec<_> = row.any.iter().map(|flag| format!("{} == true", name(flag))).collect();
        parts.push(format!("({})", any.join(" or ")));
    }
    parts.extend(row.unless.iter().map(|flag| format!("{} == false", name(flag))));
    parts.join(" and ")
}

fn conditions() -> Value {
    let rules = ROWS
        .iter()
        .map(|row| json!({ "_id": row.advice, "when": condition(row), "advice": format!("{:?}", row.advice) }))
        .collect();
    table(vec![json!({ "id": "when", "name": "when" })], rules)
}

fn expressions() -> Value {
    let expressions: Vec<_> = ROWS
        .iter()
        .map(|row| json!({ "id": row.advice, "key": row.advice.replace(['.', '-'], "_"), "value": condition(row) }))
        .collect();
    json!({ "id": "table", "name": "table", "type": "expressionNode", "content": { "expressions": expressions } })
}

/// A flag as a name in its expressions: a dot would be a path, a dash a minus.
fn name(flag: &str) -> String {
    flag.replace(['.', '-'], "_")
}

/// What it decides on: an object in which what is not known is null.
pub(crate) fn context(answers: &Answers) -> Variable {
    let object: Map<_, _> = FLAGS.iter().zip(answers).map(|(flag, a)| (name(flag), json!(a))).collect();
    Value::Object(object).into()
}

/// Decides, and waits for it. Its engine is asynchronous for the sake of nodes that load
/// or call something; a table has neither and is ready at the first poll, so no executor
/// is needed.
pub(crate) fn evaluate(decision: &Decision, context: &Variable) -> Result<Variable, Failure> {
    match pin!(decision.evaluate(context.clone())).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(response) => Ok(response.map_err(|e| e.to_string())?.result),
        Poll::Pending => Err("a table should not have to wait".into()),
    }
}

/// The advices it gives.
pub(crate) fn advices(result: &Variable) -> Vec<&'static str> {
    let value = result.to_value();
    let gives = |advice: &str| match &value {
        Value::Array(rows) => rows.iter().any(|row| row.get("advice").and_then(Value::as_str) == Some(advice)),
        other => other.get(name(advice)) == Some(&Value::Bool(true)),
    };
    ROWS.iter().map(|row| row.advice).filter(|advice| gives(advice)).collect()
}
