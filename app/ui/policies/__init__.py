"""The pack editor room: what a pack says on a day and why; versions drafted, proposed, approved by another."""
