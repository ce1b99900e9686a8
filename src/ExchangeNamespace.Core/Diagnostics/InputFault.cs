namespace ExchangeNamespace.Diagnostics;

/// <summary>Why an input was refused. The module turns each fault into one error record.</summary>
/// <param name="Id">Stable error id, one of <see cref="FaultIds"/>.</param>
/// <param name="Parameter">The parameter or design-file member that carried the value, for example <c>Site[1].ExternalHost</c>.</param>
/// <param name="Value">The offending value as it was given.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record InputFault(string Id, string Parameter, object? Value, string Message);
