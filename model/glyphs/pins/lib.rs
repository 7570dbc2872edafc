//! Empty: this manifest only pins a crate whose tables the model build reads.
