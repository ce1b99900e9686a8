namespace ExchangeNamespace.Scripts.Rules;

/// <summary>A host of a script that the plan does not have in that place.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Meant">The host that is meant; null where it is not known.</param>
internal sealed record UnplannedHost(string Message, string Remedy, string? Meant);
