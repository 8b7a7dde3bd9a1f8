//! The command line.
use gouji::read::{Content, Input, read};

fn main() {
    let path = std::env::args().nth(1).expect("file");
    let input = Input {
        name: path.clone(),
        content: Content::Bytes(std::fs::read(&path).expect("readable")),
    };
    let document = read(&input, &mut |_| {}).expect("read");
    let budget = gouji::recognize::recognize(&document);
    println!(
        "{:?} {:?} {:?} {:?} {:?}",
        budget.title, budget.unit_name, budget.year, budget.kind, budget.scope
    );
    for table in &budget.tables {
        println!(
            "== {} | form {:?} | {} | {:?} | blocks {:?} | note {:?}",
            table.name,
            table.form.map(|f| f.name),
            table.title,
            table.unit,
            table.blocks,
            table.empty_note
        );
        for panel in &table.panels {
            println!(
                "   columns {:?}",
                panel
                    .columns
                    .iter()
                    .map(|c| format!("{}{}", c.name, if c.known { "" } else { "?" }))
                    .collect::<Vec<_>>()
            );
            for (i, row) in panel.rows.iter().enumerate() {
                let figs: Vec<_> = (0..panel.columns.len())
                    .map(|c| {
                        panel
                            .fact(i, c)
                            .map_or("!".into(), |f| budget.fact(f).text.clone())
                    })
                    .collect();
                println!(
                    "   {:<3} {} [{}] {:?} parent {:?} {} | {}",
                    i,
                    row.name,
                    row.label,
                    row.kind,
                    row.parent.map(|p| panel.rows[p].name.clone()),
                    if row.exhaustive { "!" } else { "" },
                    figs.join(" ")
                );
            }
        }
    }
    println!(
        "notes {:?}\nunreadable {:?}",
        budget.notes, budget.unreadable
    );
}
