//! The module `raakvlak._raakvlak`: the core's calls for Python, text in and text out, and tables
//! in and out.
//!
//! Everything that makes this Python (objects, lists, wrong types) is in the package around it.
//! The calls run without the interpreter's lock, so that other threads go on.

mod checklist;
mod frames;

use pyo3::prelude::*;
use raakvlak::Error;
use raakvlak::boundary::call;
use raakvlak::network::Network;

/// An error of the core as the exception of its kind.
fn raised(py: Python<'_>, error: &Error) -> PyErr {
    let made = || {
        let parts = (error.code().as_str(), error.message(), error.path(), error.help());
        py.import("raakvlak._errors")?.getattr("error")?.call1(parts)
    };
    made().map_or_else(|failed| failed, PyErr::from_value)
}

/// Runs a call of the core without the lock.
fn run<T: Send>(py: Python<'_>, call: impl FnOnce() -> Result<T, Error> + Send) -> PyResult<T> {
    py.detach(call).map_err(|error| raised(py, &error))
}

/// Rules, compiled.
#[pyclass(frozen, module = "raakvlak._raakvlak")]
struct Rules(raakvlak::Rules);

#[pymethods]
impl Rules {
    /// The built-in rules.
    #[new]
    fn new() -> Self {
        Rules(raakvlak::Rules::builtin())
    }

    fn lay_over_toml(&self, py: Python<'_>, toml: &str) -> PyResult<Self> {
        run(py, || self.0.lay_over_toml(toml)).map(Rules)
    }

    fn lay_over_json(&self, py: Python<'_>, json: &str) -> PyResult<Self> {
        run(py, || self.0.lay_over_json(json)).map(Rules)
    }

    #[getter]
    fn digest(&self) -> &str {
        self.0.digest()
    }
}

/// The texts of a language, or of a text pack.
#[pyclass(frozen, module = "raakvlak._raakvlak")]
struct Texts(raakvlak::Texts);

#[pymethods]
impl Texts {
    #[new]
    fn new(py: Python<'_>, lang: &str) -> PyResult<Self> {
        run(py, || call::texts(lang)).map(Texts)
    }
}

#[pyfunction]
fn advise(py: Python<'_>, case: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || call::advise(case, &rules.0, &texts.0))
}

#[pyfunction]
fn houses(py: Python<'_>, case: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || call::houses(case, &rules.0, &texts.0))
}

#[pyfunction]
fn casework(py: Python<'_>, case: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || call::casework(case, &rules.0, &texts.0))
}

#[pyfunction]
fn team_checklist(py: Python<'_>, answers: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || call::checklist(answers, &rules.0, &texts.0))
}

#[pyfunction]
fn why(py: Python<'_>, case: &str, advice: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || call::why(case, advice, &rules.0, &texts.0))
}

#[pyfunction]
fn compare(py: Python<'_>, old: &str, new: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || call::compare(old, new, &rules.0, &texts.0))
}

#[pyfunction]
fn draw(py: Python<'_>, case: &str, show: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || raakvlak_draw::draw(case, show, &rules.0, &texts.0))
}

#[pyfunction]
fn network_review(py: Python<'_>, network: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || call::network_review(network, &rules.0, &texts.0))
}

#[pyfunction]
fn network_schedule(py: Python<'_>, network: &str, request: &str, texts: &Texts) -> PyResult<String> {
    run(py, || call::network_schedule(network, request, &texts.0))
}

#[pyfunction]
fn network_vote(py: Python<'_>, network: &str, vote: Option<&str>, texts: &Texts) -> PyResult<String> {
    run(py, || call::network_vote(network, vote, &texts.0))
}

#[pyfunction]
fn network_report(py: Python<'_>, network: &str, audience: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || call::network_report(network, audience, &rules.0, &texts.0))
}

#[pyfunction]
fn network_calendar(py: Python<'_>, network: &str, made: &str, texts: &Texts) -> PyResult<String> {
    run(py, || raakvlak_exchange::ical::calendar(&Network::from_json(network)?, made, &texts.0))
}

#[pyfunction]
fn cooperation_review(
    py: Python<'_>,
    cooperation: &str,
    network: Option<&str>,
    rules: &Rules,
    texts: &Texts,
) -> PyResult<String> {
    run(py, || call::cooperation_review(cooperation, network, &rules.0, &texts.0))
}

#[pyfunction]
fn district_team_review(py: Python<'_>, team: &str, rules: &Rules, texts: &Texts) -> PyResult<String> {
    run(py, || call::district_team_review(team, &rules.0, &texts.0))
}

#[pyfunction]
fn vision(py: Python<'_>, vision: &str, texts: &Texts) -> PyResult<String> {
    run(py, || call::vision(vision, &texts.0))
}

#[pyfunction]
fn facts(py: Python<'_>, on: Option<&str>, texts: &Texts) -> PyResult<String> {
    run(py, || call::facts(on, &texts.0))
}

#[pyfunction]
fn picture(
    py: Python<'_>,
    name: &str,
    document: Option<&str>,
    on: Option<&str>,
    rules: &Rules,
    texts: &Texts,
) -> PyResult<String> {
    run(py, || raakvlak_draw::picture(name, document, on, &rules.0, &texts.0))
}

#[pyfunction]
fn knowledge_list(py: Python<'_>, kind: Option<&str>, texts: &Texts) -> PyResult<String> {
    run(py, || call::knowledge_list(kind, &texts.0))
}

#[pyfunction]
fn knowledge_show(py: Python<'_>, id: &str, texts: &Texts) -> PyResult<String> {
    run(py, || call::knowledge_show(id, &texts.0))
}

#[pyfunction]
fn knowledge_search(py: Python<'_>, words: &str, texts: &Texts) -> PyResult<String> {
    run(py, || call::knowledge_search(words, &texts.0))
}

#[pyfunction]
fn observations(py: Python<'_>, about: &str, texts: &Texts) -> PyResult<String> {
    run(py, || call::observations(about, &texts.0))
}

#[pyfunction]
fn report(py: Python<'_>, document: &str, format: &str, texts: &Texts) -> PyResult<String> {
    run(py, || call::report(document, format, &texts.0))
}

#[pyfunction]
fn page(py: Python<'_>, name: &str, format: &str, texts: &Texts) -> PyResult<String> {
    run(py, || call::page(name, format, &texts.0))
}

/// A heading or set phrase, for whoever shows figures.
#[pyfunction]
fn phrase(texts: &Texts, key: &str) -> String {
    texts.0.phrase(key).into_owned()
}

#[pyfunction]
fn schema(py: Python<'_>, name: &str) -> PyResult<String> {
    run(py, || call::schema(name))
}

/// The calls of the core, from text to text and from table to table.
#[pymodule(gil_used = false)]
mod _raakvlak {
    #[pymodule_export]
    use super::checklist::{Survey, score_rows};
    #[pymodule_export]
    use super::frames::{Columns, Table};
    #[pymodule_export]
    use super::{
        Rules, Texts, advise, casework, compare, cooperation_review, district_team_review, draw, facts, houses,
        knowledge_list, knowledge_search, knowledge_show, network_calendar, network_report, network_review,
        network_schedule, network_vote, observations, page, phrase, picture, report, schema, team_checklist, vision,
        why,
    };

    #[pymodule_export]
    #[allow(non_upper_case_globals)] // the name that Python gives to a version
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
