//! What must hold of reading, whatever is read: bytes go in, paragraphs and grids come out.
mod archive;
mod columns;
mod contents;
mod damage;
mod drawn;
mod limits;
mod noise;
mod ofd;
mod page;
mod pdf;
mod published;
mod remarks;
mod text;
mod web_archive;
mod word;
mod workbook;
