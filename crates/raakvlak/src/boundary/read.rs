//! Reading a document: what is wrong with it, in our own words and with the place.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

use crate::boundary::strict::Strict;
use crate::error::{Code, Error, key, nearest};
use crate::observation::shorten;

/// Starts the message of an error that one of our own visitors makes.
pub(crate) const REPEATED: &str = "repeated key ";

/// What is looked at before all else: the kind and version of a document.
#[derive(Deserialize)]
#[serde(expecting = "an object")]
struct Head {
    schema: Option<serde_json::Value>,
}

/// Reads a JSON document of a kind such as `raakvlak.case`.
pub(crate) fn read<T: DeserializeOwned>(json: &str, kind: &str) -> Result<T, Error> {
    let head: Head = from_json(json)?;
    check_schema(head.schema, kind)?;
    from_json(json)
}

/// Reads a TOML document of a kind such as `raakvlak.rules`.
#[cfg(feature = "toml")]
pub(crate) fn read_toml<T: DeserializeOwned>(toml: &str, kind: &str) -> Result<T, Error> {
    #[derive(Deserialize)]
    #[serde(expecting = "a table")]
    struct Head {
        schema: Option<String>,
        #[serde(flatten)]
        _rest: std::collections::HashMap<String, serde::de::IgnoredAny>,
    }
    let head: Head = from_toml(toml)?;
    check_schema(head.schema.map(serde_json::Value::String), kind)?;
    from_toml(toml)
}

fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, Error> {
    if json.trim().is_empty() {
        return Err(Error::new(Code::NotJson, "there is nothing in it"));
    }
    let mut from = serde_json::Deserializer::from_str(json);
    let read = serde_path_to_error::deserialize(Strict(&mut from)).map_err(|e| {
        let path = path(e.path());
        let inner = e.into_inner();
        let place = format!("line {} column {}", inner.line(), inner.column());
        let text = inner.to_string();
        let text = text.strip_suffix(&format!(" at {place}")).unwrap_or(&text).to_owned();
        if text.starts_with("recursion limit") {
            return Error::new(Code::TooDeep, "the document nests too deep").at("$");
        }
        match inner.classify() {
            serde_json::error::Category::Data => translated(&text, path),
            _ => Error::new(Code::NotJson, format!("this is not JSON: {text}, on {place}")).at(path),
        }
    })?;
    from.end().map_err(|e| Error::new(Code::NotJson, format!("this is not JSON: {e}")).at("$"))?;
    Ok(read)
}

#[cfg(feature = "toml")]
fn from_toml<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let from = toml::Deserializer::parse(text)
        .map_err(|e| Error::new(Code::NotToml, format!("this is not TOML: {}", line_of(text, &e))))?;
    serde_path_to_error::deserialize(Strict(from)).map_err(|e| {
        let path = path(e.path());
        translated(e.inner().message(), path.strip_prefix("$.").unwrap_or(&path).to_owned())
    })
}

#[cfg(feature = "toml")]
fn line_of(text: &str, error: &toml::de::Error) -> String {
    let line = error.span().and_then(|s| text.get(..s.start)).map_or(1, |before| before.matches('\n').count() + 1);
    format!("{}, on line {line}", error.message())
}

fn path(path: &serde_path_to_error::Path) -> String {
    path.iter().fold("$".to_owned(), |at, segment| match segment {
        Segment::Seq { index } => format!("{at}[{index}]"),
        Segment::Map { key: k } => key(&at, k),
        Segment::Enum { .. } | Segment::Unknown => at,
    })
}

/// The messages of serde are stable; here they get our codes and lose what is not plain.
fn translated(text: &str, path: String) -> Error {
    let named = |rest: &str| rest.split('`').nth(1).unwrap_or_default().to_owned();
    let choices = |rest: &str| -> Vec<String> {
        rest.split_once("expected")
            .map_or("", |(_, list)| list)
            .split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    // serde gives the path of an unknown field with the field, that of a missing one without it.
    if let Some(rest) = text.strip_prefix("unknown field ") {
        let (field, known) = (named(rest), choices(rest));
        let path = if path.ends_with(&field) || path.ends_with("']") { path } else { key(&path, &field) };
        return Error::new(Code::FieldUnknown, format!("there is no field `{}` here", shorten(&field)))
            .at(path)
            .with_help(
                nearest(&field, known.iter().map(String::as_str))
                    .unwrap_or_else(|| format!("known here: {}", known.join(", "))),
            );
    }
    if let Some(rest) = text.strip_prefix("missing field ") {
        let field = named(rest);
        return Error::new(Code::FieldMissing, format!("the field `{field}` is missing")).at(key(&path, &field));
    }
    if let Some(rest) = text.strip_prefix("duplicate field ").or_else(|| text.strip_prefix(REPEATED)) {
        let field = named(rest);
        let path = if path.ends_with(&field) { path } else { key(&path, &field) };
        return Error::new(Code::FieldRepeated, format!("`{}` stands twice", shorten(&field))).at(path);
    }
    if let Some(rest) = text.strip_prefix("unknown variant ") {
        let (value, known) = (named(rest), choices(rest));
        return Error::new(Code::ValueUnknown, format!("`{}` is not one of {}", shorten(&value), known.join(", ")))
            .at(path)
            .with_help(nearest(&value, known.iter().map(String::as_str)).unwrap_or_default());
    }
    Error::new(Code::ValueType, plain(text)).at(path)
}

/// "invalid type: string \"x\", expected a sequence" in plain words, without the value: it
/// may be long, and it may be what somebody said.
fn plain(text: &str) -> String {
    let Some((found, expected)) = text.rsplit_once(", expected ") else { return text.to_owned() };
    let expected = match expected {
        "a sequence" => "a list",
        "a map" => "an object",
        "a string" => "a text",
        "a boolean" => "true or false",
        "a tuple of size 2" => "a list of two",
        other => other,
    };
    let kind = found.split_once(": ").map_or(found, |(_, kind)| kind);
    let found = match kind.split([' ', '`']).next().unwrap_or_default() {
        "string" => "a text",
        "sequence" => "a list",
        "map" => "an object",
        "null" => "null",
        "boolean" => "true or false",
        "integer" | "floating" | "number" => "a number",
        "invalid" if kind.starts_with("invalid length") => "a list of another length",
        _ => "something else",
    };
    format!("this is {found}; expected {expected}")
}

fn check_schema(schema: Option<serde_json::Value>, kind: &str) -> Result<(), Error> {
    let expected = format!("{kind}.v1");
    let Some(schema) = schema else {
        return Err(Error::new(Code::FieldMissing, "the field `schema` is missing")
            .at("$.schema")
            .with_help(format!("write \"schema\": \"{expected}\"")));
    };
    let Some(name) = schema.as_str() else {
        return Err(Error::new(Code::ValueType, "`schema` must be a text").at("$.schema"));
    };
    if name == expected {
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
