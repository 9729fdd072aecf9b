// What scripts of 2005 to 2010 left on every page: `for … in` finds it in every object.
Object.prototype.extend = function (other) {
  for (const name in other) this[name] = other[name];
  return this;
};
Object.prototype.each = function () {};
Object.prototype.clone = function () {};
Object.prototype.name = "host";
Object.prototype.language = "xx";
Array.prototype.last = function () {
  return this[this.length - 1];
};
Array.prototype.remove = function (one) {
  this.splice(this.indexOf(one), 1);
};
String.prototype.strip = function () {
  return this.trim();
};
Function.prototype.method = function () {};
