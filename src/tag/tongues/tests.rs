//! What is found in texts of each language, made for the purpose.
