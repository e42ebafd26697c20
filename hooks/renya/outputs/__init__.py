"""What leaves the core besides pages: schemas for editors, skeletons for authors, exports."""
