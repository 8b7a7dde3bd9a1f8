//! What the reports are is what `schema/gouji.report-1.json` says they are.
use gouji::{
    examine,
    read::{Content, Input},
    report::{SCHEMA, entry::Entry, json, report},
};
use gouji_generator::{Options, Richness, damages, disclosure, figures, previous, samples, text};
use serde_json::Value;

fn published() -> Value {
    serde_json::from_str(include_str!("../schema/gouji.report-1.json")).expect("the schema is JSON")
}

fn entry(bytes: impl Into<Vec<u8>>) -> Entry {
    let input = Input::new("made-up.txt", Content::Bytes(bytes.into()));
    match examine(&input, &mut |_| {}) {
        Ok(examined) => report(&examined).into(),
        Err(failure) => (&input.unread(failure)).into(),
    }
}

#[track_caller]
fn assert_valid(written: &str) {
    let validator = jsonschema::validator_for(&published()).expect("the schema is one");
    let value: Value = serde_json::from_str(written).expect("the report is JSON");
    // An error of the whole is one of many alternatives; that of the entry says what is wrong.
    let errors: Vec<String> = validator
        .iter_errors(&value)
        .map(|it| it.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn sound_and_planted_reports_are_valid() {
    for sample in [samples::sound(), samples::planted()] {
        assert_valid(&json::json(&[entry(sample)]));
    }
}

#[test]
fn damaged_and_partial_reports_are_valid() {
    let sound = text(&disclosure(&Options::new(3, Richness::Everything)));
    for damage in damages(&figures(&sound), 3).iter().take(20) {
        assert_valid(&json::json(&[entry(damage.apply(&sound))]));
    }
    for lines in [1, 60, 120, 200, 300] {
        let part: Vec<&str> = sound.lines().take(lines).collect();
        assert_valid(&json::json(&[entry(part.join("\n"))]));
    }
    assert_valid(&json::json(&[entry("<table><tr><td>支出总表</table>")]));
}

#[test]
fn reports_beside_last_years_file_are_valid() {
    let options = Options::new(5, Richness::Everything);
    let of = |text: String| {
        let input = Input::new("made-up.txt", Content::Bytes(text.into_bytes()));
        examine(&input, &mut |_| {}).expect("text is read")
    };
    let last = of(text(&previous(&options)));
    let beside = of(text(&disclosure(&options))).against(&last);
    assert_valid(&json::json(&[report(&beside).into()]));
}

#[test]
fn several_documents_and_failures_are_valid() {
    let entries = [
        entry(samples::sound()),
        entry(""),
        entry(b"%PDF-1.4".to_vec()),
    ];
    assert_valid(&json::json(&entries));
    assert_valid(&json::line(&entries[1]));
    assert_eq!(json::line(&entries[0]).matches('\n').count(), 1);
}

#[test]
fn the_schema_has_the_name_of_the_reports() {
    assert_eq!(published()["title"], SCHEMA);
}

/// A reader of the schema finds a sentence at everything that can be in a report.
#[test]
fn everything_in_the_schema_is_described() {
    fn undescribed(value: &Value, path: &str, found: &mut Vec<String>) {
        let Value::Object(fields) = value else { return };
        for (name, property) in fields
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let described = property.get("description").is_some() || property.get("$ref").is_some();
            if !described {
                found.push(format!("{path}/{name}"));
            }
        }
        for (name, inner) in fields {
            undescribed(inner, &format!("{path}/{name}"), found);
        }
    }
    let mut found = Vec::new();
    undescribed(&published(), "", &mut found);
    assert_eq!(found, [""; 0]);
}

#[test]
fn reports_come_back_as_they_were() {
    let planted = entry(samples::planted());
    let read: Entry =
        serde_json::from_str(&json::json(std::slice::from_ref(&planted))).expect("read");
    assert_eq!(read, planted);
}
