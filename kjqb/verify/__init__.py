"""Comparing the page numbers that kjqb computes with those that another program gives the same file."""
