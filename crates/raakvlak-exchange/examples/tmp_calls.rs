use raakvlak::boundary::call;
use std::io::Read;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let texts = call::texts(&args[3]).unwrap();
    let out = if args[1] == "schedule" {
        call::network_schedule(&text, &args[2], &texts)
    } else {
        raakvlak_exchange::network_calendar(&text, &args[2], &texts)
    };
    match out {
        Ok(t) => print!("{t}"),
        Err(e) => {
            eprint!("{}", e.code().as_str());
            std::process::exit(1)
        }
    }
}
