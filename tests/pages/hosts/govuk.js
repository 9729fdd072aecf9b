import { initAll } from "../npm/govuk-frontend/dist/govuk/govuk-frontend.min.js";

initAll();
