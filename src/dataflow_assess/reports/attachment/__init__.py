"""What is the attachment that a council is given: its contents as data, and how are they saved?

`contents` declares the values, `build` fills them from an assessment, `renderers` knows who writes which format.
"""
