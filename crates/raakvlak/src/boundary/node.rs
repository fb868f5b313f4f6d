//! A document as it was written, before it is known what it should be. Keys that stand twice
//! are kept, so that they can be refused.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Unexpected, Visitor};

/// A value of JSON or TOML.
pub(crate) enum Node<'t> {
    Null,
    Flag(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Object(Vec<(Cow<'t, str>, Node<'t>)>),
}

impl Node<'_> {
    /// The value of a key of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Node::Object(entries) => entries.iter().find(|(k, _)| k == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// What it is, for a message.
    pub(crate) fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Node::Null => Unexpected::Unit,
            Node::Flag(flag) => Unexpected::Bool(*flag),
            Node::Unsigned(n) => Unexpected::Unsigned(*n),
            Node::Signed(n) => Unexpected::Signed(*n),
            Node::Float(n) => Unexpected::Float(*n),
            Node::Text(text) => Unexpected::Str(text),
            Node::List(_) => Unexpected::Seq,
            Node::Object(_) => Unexpected::Map,
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Node<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_unit<E>(self) -> Result<Node<'de>, E> {
                Ok(Node::Null)
            }

            fn visit_bool<E>(self, flag: bool) -> Result<Node<'de>, E> {
                Ok(Node::Flag(flag))
            }

            fn visit_u64<E>(self, n: u64) -> Result<Node<'de>, E> {
                Ok(Node::Unsigned(n))
            }

            fn visit_i64<E>(self, n: i64) -> Result<Node<'de>, E> {
                Ok(u64::try_from(n).map_or(Node::Signed(n), Node::Unsigned))
            }

            fn visit_f64<E>(self, n: f64) -> Result<Node<'de>, E> {
                Ok(Node::Float(n))
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Node<'de>, E> {
                Ok(Node::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Node<'de>, E> {
                Ok(Node::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_string<E>(self, text: String) -> Result<Node<'de>, E> {
                Ok(Node::Text(Cow::Owned(text)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Node<'de>, A::Error> {
                let mut list = Vec::new();
                while let Some(node) = from.next_element()? {
                    list.push(node);
                }
                Ok(Node::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Node<'de>, A::Error> {
                let mut entries = Vec::new();
                while let Some((Node::Text(key), node)) = from.next_entry()? {
                    entries.push((key, node));
                }
                Ok(Node::Object(entries))
            }
        }
        from.deserialize_any(Any)
    }
}
