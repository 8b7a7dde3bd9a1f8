//! Published documents, which are kept beside the project and not in it.
use std::{env, fs, path::Path};

/// The bytes of a published document. Where it is absent the test is skipped with a message, unless
/// `CI=true` says that nothing may be skipped: then it fails.
#[track_caller]
pub fn shared(name: &str) -> Option<Vec<u8>> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = package
        .ancestors()
        .find(|it| it.join("Cargo.lock").exists());
    let project = project.expect("a package of the workspace");
    let path = project.join("../shared/documents").join(name);
    match fs::read(&path) {
        Ok(bytes) => return Some(bytes),
        Err(error) if env::var("CI").is_ok_and(|it| it == "true") => {
            panic!("{}: {error}", path.display())
        }
        Err(error) => eprintln!("skipped, {}: {error}", path.display()),
    }
    None
}
