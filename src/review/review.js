// The slider between two states, and two pictures that are scrolled as one.
for (const pair of document.querySelectorAll(".pair")) {
  const range = pair.parentNode.querySelector("input[type=range]");
  const set = () => pair.style.setProperty("--at", range.value + "%");
  range.addEventListener("input", set);
  set();
  const rooms = [...pair.querySelectorAll(".room")];
  for (const room of rooms) {
    room.addEventListener("scroll", () => {
      for (const other of rooms) {
        if (other !== room && other.scrollLeft !== room.scrollLeft) other.scrollLeft = room.scrollLeft;
      }
    });
  }
}
// A wide drawing opens where it changed.
for (const room of document.querySelectorAll(".marked .room")) {
  const first = room.querySelector("[id$='_sign']");
  if (first) room.scrollLeft = first.getBoundingClientRect().left - room.getBoundingClientRect().left - room.clientWidth / 3;
}
