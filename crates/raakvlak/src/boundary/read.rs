//! Reading a document: what is wrong with it, in our own words and with the place.

use serde::de::{DeserializeOwned, Error as _};

use super::node::Node;
use super::reader::{Fault, Reader, Step, What};
use crate::error::{Code, Error, key, nearest};
use crate::observation::shorten;

/// Reads a JSON document of a kind such as `raakvlak.case`.
pub(crate) fn read<T: DeserializeOwned>(json: &str, kind: &str) -> Result<T, Error> {
    let document = from_json(json)?;
    check_schema(&document, kind)?;
    typed(&document)
}

/// Reads JSON that is a part of a document, and so has no kind of its own.
pub(crate) fn read_part<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    typed(&from_json(json)?)
}

/// Reads a TOML document of a kind such as `raakvlak.rules`.
#[cfg(feature = "toml")]
pub(crate) fn read_toml<T: DeserializeOwned>(toml: &str, kind: &str) -> Result<T, Error> {
    let document: Node<'_> = toml::from_str(toml)
        .map_err(|e| Error::new(Code::NotToml, format!("this is not TOML: {}", line_of(toml, &e))))?;
    check_schema(&document, kind)?;
    typed(&document).map_err(|e: Error| {
        let path = e.path().strip_prefix("$.").unwrap_or(e.path()).to_owned();
        e.at(path)
    })
}

/// The name that a document gives itself.
pub(crate) fn name_of(json: &str) -> Result<String, Error> {
    match from_json(json)?.get("schema") {
        Some(Node::Text(name)) => Ok(name.to_string()),
        _ => Ok(String::new()),
    }
}

fn from_json(json: &str) -> Result<Node<'_>, Error> {
    // Some programs write a mark of the byte order before their text.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    if json.trim().is_empty() {
        return Err(Error::new(Code::NotJson, "there is nothing in it"));
    }
    serde_json::from_str(json).map_err(|e| {
        let place = format!("line {} column {}", e.line(), e.column());
        let text = e.to_string();
        let text = text.strip_suffix(&format!(" at {place}")).unwrap_or(&text);
        if text.starts_with("recursion limit") {
            return Error::new(Code::TooDeep, "the document nests too deep").at("$");
        }
        Error::new(Code::NotJson, format!("this is not JSON: {text}, on {place}")).at("$")
    })
}

#[cfg(feature = "toml")]
fn line_of(text: &str, error: &toml::de::Error) -> String {
    let line = error.span().and_then(|s| text.get(..s.start)).map_or(1, |before| before.matches('\n').count() + 1);
    format!("{}, on line {line}", error.message())
}

fn typed<T: DeserializeOwned>(document: &Node<'_>) -> Result<T, Error> {
    T::deserialize(Reader(document)).map_err(told)
}

fn told(fault: Fault) -> Error {
    let (what, way) = fault.told();
    let path = way.fold("$".to_owned(), |at, step| match step {
        Step::Index(index) => format!("{at}[{index}]"),
        Step::Key(k) => key(&at, &k),
    });
    match what {
        What::UnknownField { field, known } => {
            Error::new(Code::FieldUnknown, format!("there is no field `{}` here", shorten(&field))).at(path).with_help(
                nearest(&field, known.iter().copied()).unwrap_or_else(|| format!("known here: {}", known.join(", "))),
            )
        }
        What::MissingField(field) => {
            Error::new(Code::FieldMissing, format!("the field `{field}` is missing")).at(key(&path, field))
        }
        What::Repeated(field) => {
            Error::new(Code::FieldRepeated, format!("`{}` stands twice", shorten(&field))).at(key(&path, &field))
        }
        What::UnknownValue { value, known } => {
            Error::new(Code::ValueUnknown, format!("`{}` is not one of {}", shorten(&value), known.join(", ")))
                .at(path)
                .with_help(nearest(&value, known.iter().copied()).unwrap_or_default())
        }
        What::Other(message) => Error::new(Code::ValueType, message).at(path),
    }
}

fn check_schema(document: &Node<'_>, kind: &str) -> Result<(), Error> {
    let expected = format!("{kind}.v1");
    if !matches!(document, Node::Object(_)) {
        return Err(told(Fault::invalid_type(document.unexpected(), &"an object")));
    }
    let Some(schema) = document.get("schema") else {
        return Err(Error::new(Code::FieldMissing, "the field `schema` is missing")
            .at("$.schema")
            .with_help(format!("write \"schema\": \"{expected}\"")));
    };
    let Node::Text(name) = schema else {
        return Err(Error::new(Code::ValueType, "`schema` must be a text").at("$.schema"));
    };
    if *name == expected {
        return Ok(());
    }
    let newer = name
        .strip_prefix(kind)
        .and_then(|rest| rest.strip_prefix(".v"))
        .and_then(|version| version.parse::<u64>().ok())
        .filter(|version| *version > 1);
    Err(match newer {
        Some(version) => Error::new(
            Code::SchemaNewer,
            format!("this is version {version} of `{kind}`; this library knows up to version 1"),
        )
        .with_help("use a newer raakvlak"),
        None => Error::new(Code::SchemaWrong, format!("this is a `{}`, not a `{expected}`", shorten(name))),
    }
    .at("$.schema"))
}
