"""What a page in a browser complains of while a test uses it."""

from playwright.sync_api import ConsoleMessage, Dialog, Page


def complaints(page: Page) -> list[str]:
    """Its errors, what it says into the console and the boxes that it opens, from now on.

    The boxes are dismissed. That a test blocks service workers is no complaint.
    """
    heard: list[str] = []

    def note(said: ConsoleMessage) -> None:
        if "Service Worker" not in said.text:
            heard.append(said.text)

    def refuse(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("console", note)
    page.on("dialog", refuse)
    return heard
