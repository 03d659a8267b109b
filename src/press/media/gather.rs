//! One message for everything of one site, instead of one for each picture.

use std::collections::BTreeMap;

use crate::press::diagnostic::{Diagnostic, MediaProblem, Problem};

/// Puts together what is not shown because of the site it is of, at the first place of each. All other diagnostics stay
/// as they are.
pub fn gather(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept = Vec::with_capacity(diagnostics.len());
    let mut by_origin: BTreeMap<String, Diagnostic> = BTreeMap::new();
    let mut last_text: BTreeMap<String, String> = BTreeMap::new();
    for diagnostic in diagnostics {
        let Problem::Media(MediaProblem::Outside { origin, .. }) = &diagnostic.problem else {
            kept.push(diagnostic);
            continue;
        };
        let is_same_text =
            last_text.insert(origin.clone(), diagnostic.place.path.clone()).as_ref() == Some(&diagnostic.place.path);
        match by_origin.get_mut(origin) {
            None => {
                by_origin.insert(origin.clone(), diagnostic);
            }
            Some(first) => {
                if let Problem::Media(MediaProblem::Outside { times, texts, .. }) = &mut first.problem {
                    *times += 1;
                    *texts += u32::from(!is_same_text);
                }
                first.place = first.place.clone().min(diagnostic.place);
            }
        }
    }
    kept.extend(by_origin.into_values());
    kept
}
