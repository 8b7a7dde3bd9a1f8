//! The command line.
use gouji::{
    examine,
    read::{Content, Input},
    report::report,
};

fn main() {
    let path = std::env::args().nth(1).expect("file");
    let input = Input {
        name: path.clone(),
        content: Content::Bytes(std::fs::read(&path).expect("readable")),
    };
    let start = std::time::Instant::now();
    let examined = examine(&input, &mut |_| {}).expect("read");
    eprintln!("{:?}", start.elapsed());
    let report = report(&examined);
    println!("{}", serde_json::to_string_pretty(&report).expect("json"));
}
