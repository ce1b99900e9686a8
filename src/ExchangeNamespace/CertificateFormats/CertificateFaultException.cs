using System;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.CertificateFormats;

/// <summary>Carries a fault out of the depth of a parser.</summary>
internal sealed class CertificateFaultException(CertificateFault fault) : Exception(fault.Message)
{
    public CertificateFault Fault { get; } = fault;
}
