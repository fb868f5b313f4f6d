//! What a column cannot hold is a mistake with its column, its row and its value.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

use std::num::NonZero;
use std::sync::Arc;

use arrow_array::types::Int8Type;
use arrow_array::{
    Array, ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int8Array, Int64Array, NullArray, RecordBatch,
    StringArray, StringViewArray, UInt8Array,
};
use arrow_schema::{DataType, Field, Schema};
use raakvlak::error::Code;
use raakvlak::rule::About;
use raakvlak::{Error, Rules};
use raakvlak_arrow::Columns;

fn table<A: Array + 'static>(column: &str, values: A) -> RecordBatch {
    RecordBatch::try_from_iter([(column, Arc::new(values) as ArrayRef)]).unwrap()
}

fn columns() -> Columns {
    Columns::about(&Rules::builtin(), About::Case)
}

fn mistake<A: Array + 'static>(column: &str, values: A) -> Error {
    columns().decide(&table(column, values)).unwrap_err()
}

#[test]
fn a_value_that_the_observation_does_not_take() {
    let error = mistake("trust", StringArray::from(vec![Some("none"), None, Some("basic"), Some("?")]));
    assert_eq!(error.code(), Code::ObservationValue);
    assert_eq!(error.path(), "$['trust'][2]");
    assert_eq!(error.message(), "`trust` takes `none`, `beginning`, `basis` or `declined`; row 2 has `basic`");
    assert_eq!(error.help(), Some("did you mean `basis`?"));

    let wrong: [(&str, ArrayRef, &str); 9] = [
        ("trust", Arc::new(UInt8Array::from(vec![0, 1, 3])), "3"),
        ("trust", Arc::new(UInt8Array::from(vec![2, 1, 126])), "126"),
        ("trust", Arc::new(UInt8Array::from(vec![2, 1, 255])), "255"),
        ("trust", Arc::new(Int8Array::from(vec![0, 1, -1])), "-1"),
        ("trust", Arc::new(Int64Array::from(vec![0, 1, 256])), "256"),
        ("trust", Arc::new(StringViewArray::from(vec!["none", "basis", "true"])), "true"),
        ("person.young", Arc::new(Int64Array::from(vec![0, 1, 2])), "2"),
        ("person.young", Arc::new(StringArray::from(vec!["yes", "false", "Yes"])), "Yes"),
        ("trust", Arc::new(vec!["none", "none", "maybe"].into_iter().collect::<DictionaryArray<Int8Type>>()), "maybe"),
    ];
    for (column, values, shown) in wrong {
        let error = columns().decide(&RecordBatch::try_from_iter([(column, values)]).unwrap()).unwrap_err();
        assert_eq!(error.code(), Code::ObservationValue, "{error}");
        assert_eq!(error.path(), format!("$['{column}'][2]"));
        assert!(error.message().ends_with(&format!("row 2 has `{shown}`")), "{error}");
    }
}

#[test]
fn an_observation_that_no_rule_asks_is_looked_at_too() {
    let columns = Columns::advices(&Rules::builtin(), About::Houses, &["house.red"]).unwrap();
    let error = columns.decide(&table("trust", UInt8Array::from(vec![9]))).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ObservationValue, "$['trust'][0]"));
}

#[test]
fn what_is_null_is_never_looked_at() {
    let numbers = UInt8Array::new(vec![1, 200].into(), Some(vec![true, false].into()));
    assert!(columns().decide(&table("trust", numbers)).is_ok());
    // Nor is a word of a dictionary that no row uses.
    let words = Arc::new(StringArray::from(vec!["none", "perhaps"]));
    let unused = DictionaryArray::<Int8Type>::new(Int8Array::from(vec![Some(0), None]), words);
    assert!(columns().decide(&table("trust", unused)).is_ok());
    assert!(columns().decide(&table("trust", NullArray::new(5))).is_ok());
}

#[test]
fn a_type_that_cannot_state_it() {
    let error = mistake("trust", BooleanArray::from(vec![true]));
    assert_eq!((error.code(), error.path()), (Code::ValueType, "$['trust']"));
    assert_eq!(
        error.message(),
        "the column `trust` must hold the place of a value, or one of the texts `none`, `beginning`, `basis` and \
         `declined`, and is of the type Boolean"
    );
    assert_eq!(mistake("person.young", Float64Array::from(vec![1.0])).code(), Code::ValueType);
    let words = DictionaryArray::<Int8Type>::new(Int8Array::from(vec![0]), Arc::new(Float64Array::from(vec![1.0])));
    assert_eq!(mistake("person.young", words).code(), Code::ValueType);
    let words = DictionaryArray::<Int8Type>::new(Int8Array::from(vec![0]), Arc::new(BooleanArray::from(vec![true])));
    assert_eq!(mistake("trust", words).code(), Code::ValueType);
}

#[test]
fn a_column_that_is_no_observation_is_refused_or_kept() {
    let error = mistake("person.yong", BooleanArray::from(vec![true]));
    assert_eq!((error.code(), error.path()), (Code::ObservationUnknown, "$['person.yong']"));
    assert_eq!(
        error.help(),
        Some("did you mean `person.young`?; a column that is no observation is named among those to keep")
    );
    let table = table("it's", Float64Array::from(vec![1.5]));
    let answers = columns().keep(["it's"]).decide(&table).unwrap();
    assert_eq!(answers.column(0), table.column(0));
    let error = columns().keep(["it's", "client"]).decide(&table).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::FieldMissing, "$['client']"));
}

#[test]
fn a_name_that_stands_twice() {
    let young = Field::new("person.young", DataType::Boolean, true);
    let flags: ArrayRef = Arc::new(BooleanArray::from(vec![true]));
    let twice = RecordBatch::try_new(Arc::new(Schema::new(vec![young.clone(), young])), vec![flags.clone(), flags]);
    assert_eq!(columns().decide(&twice.unwrap()).unwrap_err().code(), Code::FieldRepeated);
    let advice = columns().ids().next().unwrap().to_owned();
    let error = columns().keep([&advice]).decide(&table(&advice, BooleanArray::from(vec![true]))).unwrap_err();
    assert_eq!(error.code(), Code::FieldRepeated);
    let twice = Columns::advices(&Rules::builtin(), About::Houses, &["house.red", "house.red"]).unwrap_err();
    assert_eq!((twice.code(), twice.path()), (Code::FieldRepeated, "advices[1]"));
}

#[test]
fn an_advice_that_nothing_gives() {
    let error = Columns::advices(&Rules::builtin(), About::Case, &["house.red"]).unwrap_err();
    assert_eq!(error.code(), Code::AdviceUnknown);
    assert_eq!(error.help(), Some("that advice is about the houses"));
    let error = Columns::advices(&Rules::builtin(), About::Houses, &["house.rad"]).unwrap_err();
    assert_eq!(error.help(), Some("did you mean `house.red`?"));
}

#[test]
fn the_first_mistake_on_any_number_of_threads_and_its_row_in_a_stream() {
    let mut places = vec![0u8; 1_000_000];
    places[700_001] = 7;
    places[999_999] = 8;
    let bad = table("trust", UInt8Array::from(places));
    for threads in 1..5 {
        let columns = columns().threads(NonZero::new(threads).unwrap());
        assert_eq!(columns.decide(&bad).unwrap_err().path(), "$['trust'][700001]");
        let good = || table("trust", UInt8Array::from(vec![1; 1_000]));
        let mut answers = columns.decide_batches([good(), good(), bad.clone(), good()]);
        assert_eq!(answers.next().unwrap().unwrap().num_rows(), 1_000);
        assert_eq!(answers.next().unwrap().unwrap().num_rows(), 1_000);
        assert_eq!(answers.next().unwrap().unwrap_err().path(), "$['trust'][702001]");
        assert!(answers.next().is_none());
    }
}
