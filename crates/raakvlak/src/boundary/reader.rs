//! From a document as it was written to the type that it should be. A mistake is named with
//! its place; an object is read as an object only, never a list for it, as the schemas say.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use super::node::Node;

/// Starts the message of a visitor of ours that finds a key twice.
pub(crate) const REPEATED: &str = "repeated key ";

/// A step on the way to a place.
#[derive(Debug)]
pub(crate) enum Step {
    Key(String),
    Index(usize),
}

/// Reads one node.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'n>(pub(crate) &'n Node<'n>);

/// A mistake, and the way to it, the last step first.
#[derive(Debug)]
pub(crate) struct Fault(Box<(What, Vec<Step>)>);

impl Fault {
    /// The same mistake, one step further from it.
    fn within(mut self, step: Step) -> Self {
        self.0.1.push(step);
        self
    }

    /// What is wrong, and the way to it.
    pub(crate) fn told(self) -> (What, impl Iterator<Item = Step>) {
        let (what, way) = *self.0;
        (what, way.into_iter().rev())
    }
}

impl From<What> for Fault {
    fn from(what: What) -> Self {
        Fault(Box::new((what, Vec::new())))
    }
}

/// What is wrong.
#[derive(Debug)]
pub(crate) enum What {
    UnknownField {
        field: String,
        known: &'static [&'static str],
    },
    MissingField(&'static str),
    Repeated(String),
    UnknownValue {
        value: String,
        known: &'static [&'static str],
    },
    /// Of another type than it must be, in plain words.
    Other(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let message = message.to_string();
        Fault::from(match message.strip_prefix(REPEATED) {
            Some(key) => What::Repeated(key.trim_matches('`').to_owned()),
            None => What::Other(message),
        })
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        // Without the value: it may be long, and it may be what somebody said.
        let found = match found {
            Unexpected::Bool(_) => "true or false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
            Unexpected::Str(_) | Unexpected::Char(_) => "a text",
            Unexpected::Unit | Unexpected::Option => "null",
            Unexpected::Seq => "a list",
            Unexpected::Map => "an object",
            _ => "something else",
        };
        Fault::from(What::Other(format!("this is {found}; expected {}", plain(expected))))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Fault::from(What::Other(format!("this is a list of another length; expected {}", plain(expected))))
    }

    fn unknown_variant(value: &str, known: &'static [&'static str]) -> Self {
        Fault::from(What::UnknownValue { value: value.to_owned(), known })
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Fault::from(What::UnknownField { field: field.to_owned(), known })
    }

    fn missing_field(field: &'static str) -> Self {
        Fault::from(What::MissingField(field))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Fault::from(What::Repeated(field.to_owned()))
    }
}

/// What serde expects, in words that are plain outside Rust.
fn plain(expected: &dyn Expected) -> String {
    let expected = expected.to_string();
    match expected.as_str() {
        "a sequence" => "a list".to_owned(),
        "a map" => "an object".to_owned(),
        "a string" => "a text".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "a tuple of size 2" => "a list of two".to_owned(),
        "u8" | "u32" | "u64" => "a whole number, 0 or more".to_owned(),
        _ => expected,
    }
}

impl<'n> Reader<'n> {
    fn refuse<T>(self, expected: &dyn Expected) -> Result<T, Fault> {
        Err(Fault::invalid_type(self.0.unexpected(), expected))
    }

    fn list<V: Visitor<'n>>(self, list: &'n [Node<'n>], visitor: V) -> Result<V::Value, Fault> {
        let mut rest = Items { list: list.iter(), at: 0 };
        let read = visitor.visit_seq(&mut rest)?;
        match rest.list.len() {
            0 => Ok(read),
            more => Err(Fault::invalid_length(rest.at + more, &"fewer")),
        }
    }

    fn object<V: Visitor<'n>>(
        self,
        entries: &'n [(std::borrow::Cow<'n, str>, Node<'n>)],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_map(Entries { entries: entries.iter(), value: None })
    }
}

impl<'n> Deserializer<'n> for Reader<'n> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Node::Null => visitor.visit_unit(),
            Node::Flag(flag) => visitor.visit_bool(*flag),
            Node::Unsigned(n) => visitor.visit_u64(*n),
            Node::Signed(n) => visitor.visit_i64(*n),
            Node::Float(n) => visitor.visit_f64(*n),
            Node::Text(text) => visitor.visit_str(text),
            Node::List(list) => self.list(list, visitor),
            Node::Object(entries) => self.object(entries, visitor),
        }
    }

    fn deserialize_option<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Fault> {
        if matches!(self.0, Node::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'n>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_map<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Node::Object(entries) => self.object(entries, visitor),
            _ => self.refuse(&visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'n>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'n>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.0 {
            Node::Text(text) => {
                let word: StrDeserializer<'_, Fault> = (**text).into_deserializer();
                visitor.visit_enum(word)
            }
            _ => self.refuse(&format!("one of {}", known.join(", ")).as_str()),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'n>>
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct identifier ignored_any
    }
}

struct Items<'n> {
    list: std::slice::Iter<'n, Node<'n>>,
    at: usize,
}

impl<'n> SeqAccess<'n> for &mut Items<'n> {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'n>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let Some(node) = self.list.next() else { return Ok(None) };
        let read = seed.deserialize(Reader(node)).map_err(|fault| fault.within(Step::Index(self.at)))?;
        self.at += 1;
        Ok(Some(read))
    }
}

struct Entries<'n> {
    entries: std::slice::Iter<'n, (std::borrow::Cow<'n, str>, Node<'n>)>,
    value: Option<(&'n str, &'n Node<'n>)>,
}

impl<'n> MapAccess<'n> for Entries<'n> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'n>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        let Some((key, node)) = self.entries.next() else { return Ok(None) };
        self.value = Some((key, node));
        let word: StrDeserializer<'_, Fault> = (**key).into_deserializer();
        seed.deserialize(word).map(Some).map_err(|fault| fault.within(Step::Key(key.to_string())))
    }

    fn next_value_seed<S: DeserializeSeed<'n>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        let Some((key, node)) = self.value.take() else { return Err(Fault::custom("a value without a key")) };
        seed.deserialize(Reader(node)).map_err(|fault| fault.within(Step::Key(key.to_owned())))
    }
}
