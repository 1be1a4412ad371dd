/** Navigates to a path of this page, such as `#/accounts`. */
export const goTo = (place: `#/${string}`): void => {
  location.hash = place;
};
