using System;

namespace ExchangeNamespace.Builds;

/// <summary>The builds at which a dialect changes (learn.microsoft.com, build numbers and release dates).</summary>
internal static class ExchangeBuilds
{
    public static readonly Version Exchange2007 = new(8, 0);
    public static readonly Version Exchange2007Sp1 = new(8, 1);
    public static readonly Version Exchange2007Sp2 = new(8, 2);
    public static readonly Version Exchange2007Sp3 = new(8, 3);
    public static readonly Version Exchange2010 = new(14, 0);
    public static readonly Version Exchange2013 = new(15, 0);
    public static readonly Version Exchange2013Sp1 = new(15, 0, 847, 32);
    public static readonly Version Exchange2016 = new(15, 1);
    public static readonly Version Exchange2016Cu3 = new(15, 1, 544, 27);
    public static readonly Version Exchange2016Cu18 = new(15, 1, 2106, 2);
    public static readonly Version Exchange2019 = new(15, 2);
    public static readonly Version Exchange2019Cu7 = new(15, 2, 721, 2);
    public static readonly Version Exchange2019Cu14 = new(15, 2, 1544, 4);
    public static readonly Version ExchangeSE = new(15, 2, 2562);

    public static readonly VersionRange Only2007Rtm = new(Exchange2007, Exchange2007Sp1);
    public static readonly VersionRange Only2007Sp = new(Exchange2007Sp1, Exchange2010);
    public static readonly VersionRange Only2007 = new(Exchange2007, Exchange2010);
    public static readonly VersionRange From2007Sp1To2010 = new(Exchange2007Sp1, Exchange2013);
    public static readonly VersionRange Only2010 = new(Exchange2010, Exchange2013);
    public static readonly VersionRange From2010 = new(Exchange2010, null);
    public static readonly VersionRange To2013 = new(Exchange2007, Exchange2016);
    public static readonly VersionRange Only2013 = new(Exchange2013, Exchange2016);
    public static readonly VersionRange From2013 = new(Exchange2013, null);
    public static readonly VersionRange From2013Sp1 = new(Exchange2013Sp1, null);
    public static readonly VersionRange From2016 = new(Exchange2016, null);
    public static readonly VersionRange From2016Cu18To2019 = new(Exchange2016Cu18, Exchange2019);
    public static readonly VersionRange From2019Cu7 = new(Exchange2019Cu7, null);
}
