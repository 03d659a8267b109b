//! `{: #id .class name="value"}`.
