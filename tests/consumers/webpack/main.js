import "supranet";
