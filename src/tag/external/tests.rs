//! The program that is asked, played by this test program itself.
