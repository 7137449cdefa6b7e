/** The style a new edition gets: the broadsheet's, with the places the house keeps beside the national divisions. */
import places from "../../assets/gazetteer/house.json" with { type: "json" };
import { broadsheet, type HouseStyle } from "../../core/edition/style.ts";

export const houseStyle: HouseStyle = { ...broadsheet, proof: { ...broadsheet.proof, places } };
