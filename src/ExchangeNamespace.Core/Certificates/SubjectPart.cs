namespace ExchangeNamespace.Certificates;

/// <summary>One attribute of a certificate subject.</summary>
/// <param name="Key">The key that Windows reads: <c>C</c>, <c>S</c>, <c>L</c>, <c>O</c>, <c>OU</c> or <c>CN</c>.</param>
/// <param name="OpenSslKey">The key that OpenSSL reads.</param>
/// <param name="Value">The value.</param>
internal sealed record SubjectPart(string Key, string OpenSslKey, string Value);
