"""What is said and asked under the top bar."""
