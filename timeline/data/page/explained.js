// Beside each expression its value and its reasons: under the pointer, on focus, until Escape or the pointer leaves.
const card = document.getElementById("card");
let shown = null;
let leaving;

function hide() {
  clearTimeout(leaving);
  shown?.removeAttribute("aria-describedby");
  shown = null;
  card.hidden = true;
}

function show(link) {
  const note = document.getElementById(link.hash.slice(1));
  if (!note || shown === link) {
    clearTimeout(leaving);
    return;
  }
  hide();
  shown = link;
  link.setAttribute("aria-describedby", "card");
  card.replaceChildren(...[...note.children].slice(1).map((part) => part.cloneNode(true)));
  card.hidden = false;
  place(link);
}

// Below the words, or above them where there is no room; never past the edge of the window.
function place(link) {
  const { left, bottom, top } = link.getClientRects()[0];
  const { offsetWidth: width, offsetHeight: height } = card;
  const room = document.documentElement.clientWidth - width - 16;
  const above = bottom + height + 12 > innerHeight && top - height - 8 > 0;
  card.style.left = `${scrollX + Math.max(16, Math.min(left, room))}px`;
  card.style.top = `${scrollY + (above ? top - height - 8 : bottom + 8)}px`;
}

const expression = (event) => event.target.closest?.("#text a.x");
const leave = () => {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 250);
};
document.addEventListener("pointerover", (event) => {
  const link = expression(event);
  if (link) show(link);
  else if (card.contains(event.target)) clearTimeout(leaving);
  else if (shown && shown !== document.activeElement) leave();
});
document.addEventListener("focusin", (event) => {
  const link = expression(event);
  if (link) show(link);
  else hide();
});
// A press shows the reasons here instead of leading away to them; a second one leads there.
document.addEventListener("click", (event) => {
  const link = expression(event);
  if (link && link.dataset.pressed !== "true") {
    event.preventDefault();
    show(link);
    link.dataset.pressed = "true";
    link.addEventListener("blur", () => delete link.dataset.pressed, { once: true });
    link.focus();
  } else if (!link && !card.contains(event.target)) hide();
});
addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
addEventListener("resize", hide);
