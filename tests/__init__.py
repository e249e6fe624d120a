"""Tests are sentences through the front door; builders stand beside the tests that use them."""
