//! A threshold: a number, or where it comes from.

use super::written::{Id, Number};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de};
use std::{borrow::Cow, fmt};

/// A threshold as written.
#[derive(Debug, Clone)]
pub enum RawThreshold {
    /// A number: the text at its place.
    Number,
    /// From another number.
    From(RawFrom),
}

/// The band that a target has to stay in.
#[derive(Debug, Clone)]
pub enum RawBand {
    /// Two numbers: the texts at their places.
    Numbers,
    /// Around another indicator's number.
    From(RawFrom),
}

/// The other number from which a threshold comes.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "threshold")]
pub struct RawFrom {
    /// From the baseline: { points: +4 }, { relative: -30% }, x2, or an amount such as +500.
    pub baseline: Option<RawChange>,
    /// The id of another indicator, whose number for the same time and scope is the threshold.
    #[schemars(with = "Option<Id>")]
    pub indicator: Option<String>,
    /// With `within` and an indicator: how far below and above it, such as [-0.5, +0.5].
    #[schemars(with = "Option<Vec<Number>>", length(min = 2, max = 2))]
    pub by: Option<Vec<String>>,
}

/// What is asked of a baseline.
#[derive(Debug, Clone)]
pub enum RawChange {
    /// `x2`, `-30%`, `+500`: the text at its place.
    Plain,
    /// By name.
    Named(RawNamedChange),
}

/// What is asked of a baseline, by name: one of these.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "change")]
pub struct RawNamedChange {
    /// So many percentage points more, or less, such as +4.
    #[schemars(with = "Option<Number>")]
    pub points: Option<String>,
    /// So many per cent of it more, or less, such as -30%.
    #[schemars(with = "Option<Number>")]
    pub relative: Option<String>,
}

/// A number, as a schema for what has other forms besides.
fn number(generator: &mut SchemaGenerator) -> Schema {
    Number::json_schema(generator)
}

impl JsonSchema for RawThreshold {
    fn schema_name() -> Cow<'static, str> {
        "Threshold".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (number, from) = (number(generator), generator.subschema_for::<RawFrom>());
        json_schema!({ "title": "threshold", "anyOf": [number, from] })
    }
}

impl JsonSchema for RawBand {
    fn schema_name() -> Cow<'static, str> {
        "Band".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (number, from) = (number(generator), generator.subschema_for::<RawFrom>());
        json_schema!({
            "title": "band",
            "anyOf": [{ "type": "array", "items": number, "minItems": 2, "maxItems": 2 }, from]
        })
    }
}

impl JsonSchema for RawChange {
    fn schema_name() -> Cow<'static, str> {
        "Change".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let named = generator.subschema_for::<RawNamedChange>();
        json_schema!({
            "title": "change",
            "anyOf": [{ "type": ["string", "number"], "examples": ["x2", "-30%", 500] }, named]
        })
    }
}

impl<'de> Deserialize<'de> for RawThreshold {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Forms { expected: "a number", plain: || Self::Number, map: Self::From })
    }
}

impl<'de> Deserialize<'de> for RawBand {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = Forms { expected: "two numbers", plain: || Self::Numbers, map: Self::From };
        deserializer.deserialize_any(visitor)
    }
}

impl<'de> Deserialize<'de> for RawChange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = Forms { expected: "a change", plain: || Self::Plain, map: Self::Named };
        deserializer.deserialize_any(visitor)
    }
}

/// Reads something plain, whose text the loader takes from its place in the file, or a map. (A number that serde has
/// read is no longer as it was written.)
struct Forms<P, N, R> {
    expected: &'static str,
    plain: P,
    map: fn(N) -> R,
}

impl<'de, P, N, R> de::Visitor<'de> for Forms<P, N, R>
where
    N: Deserialize<'de>,
    P: FnOnce() -> R,
{
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<R, E> {
        Ok((self.plain)())
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<R, E> {
        Ok((self.plain)())
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<R, E> {
        Ok((self.plain)())
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<R, E> {
        Ok((self.plain)())
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<R, E> {
        Ok((self.plain)())
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<R, A::Error> {
        while seq.next_element::<de::IgnoredAny>()?.is_some() {}
        Ok((self.plain)())
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<R, A::Error> {
        N::deserialize(de::value::MapAccessDeserializer::new(map)).map(self.map)
    }
}
