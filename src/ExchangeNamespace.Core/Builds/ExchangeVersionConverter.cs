using System;
using System.ComponentModel;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Builds;

/// <summary>Lets PowerShell turn a text into an <see cref="ExchangeVersion"/>.</summary>
public sealed class ExchangeVersionConverter : TypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    /// <inheritdoc/>
    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        ExchangeVersionReader.TryParse(value as string, "ExchangeVersion", out ExchangeVersion? version, out InputFault? fault)
            ? version
            : throw new FormatException(fault.Message);
}
