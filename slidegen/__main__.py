"""`python -m slidegen`."""

from slidegen.cli import main

if __name__ == "__main__":
    main()
