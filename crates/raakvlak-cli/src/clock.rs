//! What day and time it is. Nothing else reads the clock.

use jiff::{Timestamp, ZonedDateTime};

/// The day, where the command runs: `2027-01-12`.
pub(crate) fn today() -> String {
    ZonedDateTime::now().date().to_string()
}

/// The moment: `2027-01-12T13:00:00Z`.
pub(crate) fn now() -> String {
    Timestamp::now().to_string()
}
