#![doc = include_str!("../README.md")]

mod call;
pub mod ical;

pub use call::network_calendar;
