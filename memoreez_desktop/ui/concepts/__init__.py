"""The concept grid."""
