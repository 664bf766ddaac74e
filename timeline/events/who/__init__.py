"""Of whom or what a sentence tells where it does not say so itself, and which bodies held it."""
