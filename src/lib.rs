//! Checks that a published budget adds up.
