// @ts-check
import "../header.js";
