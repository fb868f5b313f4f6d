//! From text to text: what the bindings to other languages call.

use raakvlak::network::Network;
use raakvlak::{Error, Texts};

use crate::ical;

/// The meetings of a network as iCalendar: [`ical::calendar`], from the document `raakvlak.network.v1`.
///
/// ```
/// use raakvlak::Texts;
///
/// let network = r#"{"schema": "raakvlak.network.v1", "id": "maatwerk"}"#;
/// let text = raakvlak_exchange::network_calendar(network, "2026-11-30T10:00:00+01:00", &Texts::en())?;
/// assert!(text.starts_with("BEGIN:VCALENDAR\r\n"));
/// # Ok::<(), raakvlak::Error>(())
/// ```
///
/// # Errors
/// Those of [`Network::from_json`] and [`ical::calendar`].
pub fn network_calendar(network: &str, made: &str, texts: &Texts) -> Result<String, Error> {
    ical::calendar(&Network::from_json(network)?, made, texts)
}
